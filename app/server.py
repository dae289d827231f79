"""The only wiring: settings to a Flask server that has everything in it and has answered once."""

from functools import partial
from http import HTTPStatus

from flask import Flask
from flask_compress import Compress

from app.assets import Assets
from app.fonts import Fonts
from app.model.text import LANGS
from app.pages.live import live_page
from app.pages.problem import problem_page
from app.pages.route import pages
from app.routes import errors, headers, page_cache
from app.routes.api import api
from app.routes.chart_files import chart_files, slides
from app.routes.claims import claims
from app.routes.crawlers import crawlers
from app.routes.feeds import feeds
from app.routes.files import data, files
from app.routes.front_door import front_door, install_language
from app.routes.oembed import oembed
from app.routes.pictures import pictures
from app.routes.released_files import released_files
from app.routes.selection_files import brief_files, selection_files
from app.settings import Settings
from app.site import Site
from app.start import WorkbenchStart
from app.urls import Urls
from app.workbench import dash_app
from app.workbench.message import LARGEST
from app.workbench.scripts import PLOTLY, Scripts, scripts


def create_app(settings: Settings) -> Flask:
    """The server, warm; raises DatasetError when the data are not good."""
    return build_server(Site.open(settings), scripts())


def build_server(site: Site, dash_scripts: Scripts) -> Flask:
    """The server for data and scripts that are read already."""
    assets = Assets.open(others=dash_scripts.bodies)
    server = Flask("app", static_folder=None)
    server.config.update(MAX_CONTENT_LENGTH=LARGEST, COMPRESS_ALGORITHM=["br", "gzip"], COMPRESS_BR_LEVEL=5)
    install_language(server)
    page_cache.install_page_cache(server)
    Compress(server)
    headers.install_headers(server, public_url=site.settings.public_url, data_version=site.version)
    fonts = Fonts.find()
    workbench = dash_app.mount(server, site, partial(live_page, site, assets.href))
    server.register_blueprint(pages(site, assets.href, _start(assets, dash_scripts, workbench)))
    server.register_blueprint(released_files(site, fonts))
    server.register_blueprint(oembed(site))
    server.register_blueprint(files(assets))
    server.register_blueprint(pictures(site, fonts))
    server.register_blueprint(chart_files(site))
    server.register_blueprint(brief_files(site))
    server.register_blueprint(selection_files(site))
    server.register_blueprint(slides(site))
    server.register_blueprint(data(site))
    server.register_blueprint(api(site))
    server.register_blueprint(claims(site))
    server.register_blueprint(front_door(site))
    server.register_blueprint(crawlers(site))
    server.register_blueprint(feeds(site))
    errors.install_errors(server, partial(problem_page, site, assets.href))
    _warm(server)
    return server


def _start(assets: Assets, dash_scripts: Scripts, workbench: dash_app.Workbench) -> WorkbenchStart:
    ordered = [assets.href(name) for name in dash_scripts.names]
    return WorkbenchStart(workbench.start_json(ordered, assets.href(PLOTLY)))


def _warm(server: Flask) -> None:
    """Ask for each kind of answer once: templates compile, and Dash sets itself up, which it cannot do in parallel."""
    client = server.test_client()
    for address in (Urls(LANGS[0]).root(), *dash_app.GETS):
        status = client.get(address).status_code
        if status != HTTPStatus.OK:
            raise RuntimeError(f"{address} answered {status} while the server was warming up")
