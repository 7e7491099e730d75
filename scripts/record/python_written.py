"""Programs that were written by hand, each for one trait of the language or of the import system. Read by python_sources.py."""


def case(id: str, files: dict, commands=("python start.py",), target=None) -> dict:
    return {"id": id, "files": files, "commands": list(commands), "target": target}


def script(id: str, text: str, **more: str) -> dict:
    """start.py of this text, with more files beside it; `_` stands for a folder in their names."""
    return case(id, {"start.py": text, **{name.replace("__", "/") + ".py": body for name, body in more.items()}})


def command(id: str, text: str, attribute: str = "main") -> dict:
    return case(id, {"greeting/__init__.py": "", "greeting/cli.py": text}, ("greet",), f"greeting.cli:{attribute}")


WRITTEN = [
    script("del-name", "x = 1\ndel x\nx\n"),
]
