#!/usr/bin/env python3
"""The schemas that editors complete from accept every shipped file, and no single fault in it."""
import copy
import json
import pathlib
import sys
import tomllib

import jsonschema

TOP = pathlib.Path(__file__).resolve().parents[2]
CONFIG = TOP / "config"


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((CONFIG / "schema" / f"{name}.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def tables(value: object, path: tuple = ()):
    """The path of every table in a document, the document itself first."""
    if isinstance(value, dict):
        yield path
        for key, inner in value.items():
            yield from tables(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from tables(inner, (*path, place))


def at(document: dict, path: tuple) -> dict:
    for step in path:
        document = document[step]
    return document


def check(schema: jsonschema.Draft202012Validator, file: pathlib.Path) -> list[str]:
    document = tomllib.loads(file.read_text())
    problems = [f"{file.name}: {list(each.absolute_path)}: {each.message}"
                for each in schema.iter_errors(document)]
    paths = list(tables(document))
    for path in paths[:: max(1, len(paths) // 20)]:
        wrong = copy.deepcopy(document)
        at(wrong, path)["unknown"] = 1
        if schema.is_valid(wrong):
            problems.append(f"{file.name}: {path}: an unknown key is accepted")
    if not file.read_text().startswith("#:schema "):
        problems.append(f"{file.name}: its first line names no schema")
    return problems


def main() -> int:
    procedure = validator("procedure")
    problems = [problem for file in sorted((CONFIG / "procedures").glob("*.toml"))
                for problem in check(procedure, file)]
    for name in ("sources", "units"):
        problems += check(validator(name), CONFIG / f"{name}.toml")
    print(*problems, sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
