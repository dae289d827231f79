"""The data API, version 1: what it promises, held by tests/api/test_contract.py.

Under `/api/v1/`, until there is a `/api/v2/` and for a year after it:

- No address, parameter or field named in `/api/v1/openapi.json` goes away, changes its type or its meaning.
  Fields, parameters, addresses and values of lists may be added: a client passes over what it does not know.
- Every success is `{"data": [...], "meta": {"count", "total", "next", "data_version"}}`; one thing by its id is a
  list of one. With `format=csv` the same rows come as CSV in UTF-8, the fields in the same order, then without `meta`.
- Every refusal is `{"error": {"code", "message", "where"}}` with 400, 404, 405 or 414; `code` does not change.
- `claims` alone is sent something, by POST, and keeps nothing of it; its `meta` has `count`, `numbers`, `cut`,
  `verdicts` and `data_version`, and what is too long is refused with 413, what is not sent as JSON with
  415, and what is none with 400.
- Rows are in the order of their ids. `limit` (100, at most 500) and `after` (an id) page through them: following
  `meta.next` gives each row once, and a row that is added or taken out meanwhile shifts no other.
- Ids are never given to something else. Numbers are in the base unit but for `value`, which is in `unit` as printed.
  A bound is never given as exact: `value_low` or `value_high` is null on the side that the print leaves open.
- It is read-only, without key, cookie or log of what is asked, open to every origin. `ETag` and 304 work;
  `X-Data-Version` names the data, and the same version gives the same answers.
"""
