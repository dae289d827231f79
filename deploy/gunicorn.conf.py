"""How gunicorn runs the dashboard; `python -m app serve` reads this file too."""

from pathlib import Path

from app.settings import Settings

_settings = Settings.read()

bind = f"{f'[{_settings.host}]' if ':' in _settings.host else _settings.host}:{_settings.port}"
# One process a core: the data are in memory and answers are computed, not waited for.
workers = _settings.workers
worker_class = "gthread"
threads = 4
# The server is built and has answered once before the fork, so workers share its memory and a lost one is cheap.
preload_app = True
timeout = 30
graceful_timeout = 20
# Longer than a proxy keeps its connections (nginx: 60 s), so that gunicorn never closes one that is being reused.
keepalive = 75
# There is nothing to recycle workers for, and recycling cuts requests short.
max_requests = 0
backlog = 256
# The heartbeat file must not wait for a disk.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - it is memory
control_socket_disable = True
limit_request_line = 4094
limit_request_fields = 64
limit_request_field_size = 8190
loglevel = "warning"
