"""What schemathesis counts and checks beside its own: loaded by SCHEMATHESIS_HOOKS."""

import atexit
import collections
import json
import os
import re
import zlib

import schemathesis

_nobody = os.environ.get("SCHEMATHESIS_IDENTITY") == "nobody"
_known = json.loads(os.environ.get("SCHEMATHESIS_KNOWN", "{}"))
_plain = re.compile(r"[A-Za-z0-9][A-Za-z0-9.:/-]{0,29}")
_answers = collections.defaultdict(collections.Counter)


@schemathesis.hook
def after_call(context, case, response):
    _answers[f"{case.operation.method.upper()} {case.operation.path}"][
        str(response.status_code)
    ] += 1


def _aim(context, values):
    """Names what is there in about every second case, where chance would only ever name what is not."""
    if not isinstance(values, dict):
        return values
    aimed = dict(values)
    for name, known in _known.items():
        value = aimed.get(name)
        if name == "id" and "/apply-sets/" in context.operation.path:
            continue
        # Where chance means to break the rules for this very field, it stays broken.
        if isinstance(value, str) and _plain.fullmatch(value):
            if zlib.crc32(value.encode()) % 2:
                aimed[name] = known
        elif name == "payload" and isinstance(value, dict) and len(value) % 2:
            aimed[name] = {**known, **value}
    return aimed


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    return _aim(context, path_parameters)


@schemathesis.hook
def map_query(context, query):
    return _aim(context, query)


@schemathesis.hook
def map_body(context, body):
    return _aim(context, body)


@schemathesis.check
def nobody_gets_in(ctx, response, case):
    """Whoever is not signed in gets 401, whatever is wrong with the request beside that."""
    # What Node cannot read as HTTP it refuses before anybody looks at who asks.
    if _nobody and response.status_code not in (400, 401, 404, 405, 431):
        raise AssertionError(
            f"Answered {response.status_code} to whoever is not signed in"
        )


@schemathesis.check
def errors_tell_their_status(ctx, response, case):
    """The error JSON repeats the status, and never tells what only the log may hold."""
    # An address that does not know a method is answered by Backstage, which says nothing with its 404.
    if response.status_code < 400 or case.method != case.operation.method.upper():
        return
    try:
        body = json.loads(response.content)
    except ValueError:
        raise AssertionError("The error is not JSON")
    if body.get("response", {}).get("statusCode") != response.status_code:
        raise AssertionError("The error JSON does not repeat the status")
    message = body["error"]["message"]
    # An error may quote what was sent, and schemathesis also sends the words of this file.
    sent = f"{case.path_parameters} {case.query} {case.body}"
    for trace in ("node_modules", "    at ", "select ", "insert into", "SQLITE"):
        if trace in message and trace not in sent:
            raise AssertionError(f"The error tells of the inside: {trace!r}")


@atexit.register
def _write():
    target = os.environ.get("SCHEMATHESIS_ANSWERS")
    if target:
        with open(target, "w", encoding="utf-8") as file:
            json.dump(_answers, file, indent=1, sort_keys=True)
