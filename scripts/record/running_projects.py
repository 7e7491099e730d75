"""Small projects whose commands run, or don't, and whose tests import what they import. Read by running.py.

A case is `greeting` with changes: `files` replaces or adds (None takes away), `pyproject` are the lines below [project], `more` what comes
after. `modes`: how it is installed, `none` not at all. `runs` are commands in the project's folder, `elsewhere` those in another one.
"""

GREETING = {
    "README.md": "# greeting\n\nSays hello, in a few languages.\n",
    "src/greeting/__init__.py": '"""Greets people."""\n\n\ndef greet(name: str) -> str:\n    return f"Hello, {name}!"\n',
    "src/greeting/__main__.py": (
        'import sys\n\nfrom greeting import greet\n\n\ndef main() -> None:\n    print(greet(" ".join(sys.argv[1:]) or "you"))\n\n\n'
        'if __name__ == "__main__":\n    main()\n'
    ),
    "tests/test_greet.py": 'from greeting import greet\n\n\ndef test_greet():\n    assert greet("Ada") == "Hello, Ada!"\n',
}
BACKENDS = {
    "hatchling": '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n',
    "setuptools": '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n',
}
INIT, MAIN, TEST = "src/greeting/__init__.py", "src/greeting/__main__.py", "tests/test_greet.py"
RUNS = ["greet", "python -m greeting", 'python -c "import greeting"']
ELSEWHERE = ['python -c "import greeting"']
PYTESTS = ["pytest", "python -m pytest"]


def target(text: str) -> str:
    return f'\n[project.scripts]\ngreet = "{text}"\n'


SCRIPTS = target("greeting.__main__:main")


def flat(files):
    return {path.replace("src/", ""): text for path, text in files.items()}


def main(body: str, before: str = "") -> dict:
    """A __main__.py of these lines, whose function is called."""
    lines = "".join(f"    {line}\n" if line else "\n" for line in body.splitlines())
    return {MAIN: f'{before}def main() -> None:\n{lines}\n\nif __name__ == "__main__":\n    main()\n'}


def case(id, files=None, scripts=SCRIPTS, project="", more="", backend="hatchling", base=GREETING, modes=("regular", "editable"), runs=None, elsewhere=None, tests=(), installer="pip"):
    all_files = {**base, **(files or {})}
    pyproject = (
        f'{BACKENDS[backend]}\n[project]\nname = "greeting"\nversion = "0.1.0"\nrequires-python = ">=3.10"\n{project}{scripts}{more}'
    )
    all_files["pyproject.toml"] = all_files.get("pyproject.toml") or pyproject
    return {
        "id": id,
        "files": {path: text for path, text in all_files.items() if text is not None},
        "modes": list(modes),
        "installer": installer,
        "runs": list(RUNS if runs is None else runs),
        "elsewhere": list(ELSEWHERE if elsewhere is None else elsewhere),
        "tests": list(tests),
    }


FLAT = flat(GREETING)
HELLO = '{"en": "Hello", "de": "Hallo"}\n'
NOT_INSTALLED = {"modes": ("none",), "runs": (), "elsewhere": (), "tests": PYTESTS}
FIND_DATA = '\n[tool.setuptools]\ninclude-package-data = false\n'


def reads(expression: str, imports: str) -> dict:
    return main(f"print({expression})", f"{imports}\n\n\n")


CASES = [
    case("plain", tests=PYTESTS),
    case("plain-uv", installer="uv", tests=["pytest"]),
    case("plain-setuptools", backend="setuptools", tests=["pytest"]),
    case("flat", base=FLAT, tests=PYTESTS),
    case("flat-setuptools", base=FLAT, backend="setuptools", tests=PYTESTS),
    case("flat-setuptools-uv", base=FLAT, backend="setuptools", installer="uv", tests=["pytest"]),
    case("two-commands", scripts='\n[project.scripts]\ngreet = "greeting.__main__:main"\nhello = "greeting:greet"\n\n[project.gui-scripts]\ngreet-window = "greeting.__main__:main"\n', runs=["greet", "hello", "greet-window", "greeting"]),
    # the entry point
    case("target-module-missing", scripts=target("greeting.cli:main")),
    case("target-package-missing", scripts=target("greetings:main")),
    case("target-misspelt", scripts=target("greeting.__main__:mian")),
    case("target-misspelt-as-above", scripts=target("greeting.__main__:greeet")),
    case("target-elsewhere", scripts=target("greeting:main")),
    case("target-unlike", scripts=target("greeting.__main__:start_the_program")),
    case("target-method", {"src/greeting/app.py": "class App:\n    @staticmethod\n    def run() -> None:\n        print(\"running\")\n"}, scripts=target("greeting.app:App.run"), runs=["greet"]),
    case("target-method-missing", {"src/greeting/app.py": "class App:\n    def run(self) -> None:\n        print(\"running\")\n"}, scripts=target("greeting.app:App.ran"), runs=["greet"]),
    case("target-no-function", {INIT: 'VERSION = "1"\n', "src/greeting/__main__.py": "main = 7\n", TEST: None}, runs=["greet"]),
    # imports
    case("third-party-missing", {MAIN: "import rich\n\n\ndef main() -> None:\n    print(rich)\n"}, runs=["greet", "python -m greeting"]),
    case("third-party-required", {MAIN: "import idna\n\n\ndef main() -> None:\n    print(idna)\n"}, project='dependencies = ["idna>=3"]\n', runs=["greet"]),
    case("third-party-optional", {MAIN: "try:\n    import rich\nexcept ImportError:\n    rich = None\n\n\ndef main() -> None:\n    print(rich)\n"}, runs=["greet"]),
    case("third-party-late", main("import rich\nrich.print(\"hello\")"), runs=["greet", 'python -c "import greeting.__main__"']),
    case("third-party-submodule", {MAIN: "import rich.console\n\n\ndef main() -> None:\n    print(1)\n"}, runs=["greet"]),
    case("type-checking", {MAIN: "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from rich.console import Console\n\n\ndef main(console: \"Console | None\" = None) -> None:\n    print(1)\n"}, runs=["greet"]),
    case("version-switch", {MAIN: "import sys\n\nif sys.version_info >= (3, 11):\n    import tomllib\nelse:\n    import tomli as tomllib\n\n\ndef main() -> None:\n    print(tomllib)\n"}, runs=["greet"]),
    case("submodule-missing", {INIT: "from greeting.languages import HELLO\n\n\ndef greet(name: str) -> str:\n    return HELLO\n"}),
    case("relative", {INIT: "from .languages import HELLO\nfrom . import languages\n\n\ndef greet(name: str) -> str:\n    return HELLO + languages.HELLO\n", "src/greeting/languages.py": 'HELLO = "Hello"\n'}, runs=["greet", "python src/greeting/__main__.py"]),
    case("relative-as-script", {MAIN: "from . import greet\n\n\ndef main() -> None:\n    print(greet(\"you\"))\n\n\nif __name__ == \"__main__\":\n    main()\n"}, runs=["greet", "python -m greeting", "python src/greeting/__main__.py"]),
    case("relative-too-far", {MAIN: "from .. import greet\n\n\ndef main() -> None:\n    print(greet)\n"}, runs=["greet"]),
    case("name-renamed", {INIT: 'def hello(name: str) -> str:\n    return f"Hello, {name}!"\n'}, tests=["pytest"]),
    case("attribute-renamed", {MAIN: "import greeting\n\n\ndef main() -> None:\n    print(greeting.great(\"you\"))\n"}, runs=["greet"]),
    case("attribute-submodule", {MAIN: "import greeting\n\n\ndef main() -> None:\n    print(greeting.languages.HELLO)\n", "src/greeting/languages.py": 'HELLO = "Hello"\n'}, runs=["greet"]),
    case("name-error", main("print(great(\"you\"))", "from greeting import greet\n\n\n"), runs=["greet"]),
    case("name-error-module", main("print(json.dumps([]))"), runs=["greet"]),
    case("star", {MAIN: "from greeting import *\n\n\ndef main() -> None:\n    print(greet(\"you\"))\n"}, runs=["greet"]),
    case("circular", {INIT: "from greeting.words import hello\n\nHELLO = \"Hello\"\n\n\ndef greet(name: str) -> str:\n    return hello(name)\n", "src/greeting/words.py": "from greeting import HELLO\n\n\ndef hello(name: str) -> str:\n    return HELLO + name\n"}, runs=["greet"]),
    case("no-main-module", {MAIN: None, "src/greeting/cli.py": "def main() -> None:\n    print(1)\n"}, scripts=target("greeting.cli:main"), runs=["greet", "python -m greeting", "python -m greeting.cli", "python -m greeting.nothing"]),
    case("single-module", {"greeting.py": 'def main() -> None:\n    print("hello")\n', INIT: None, MAIN: None, TEST: "import greeting\n\n\ndef test_main():\n    greeting.main()\n"}, scripts=target("greeting:main"), runs=["greet", "python -m greeting", 'python -c "import greeting.words"'], tests=PYTESTS),
    case("single-module-setuptools", {"greeting.py": 'def main() -> None:\n    print("hello")\n', INIT: None, MAIN: None, TEST: None}, scripts=target("greeting:main"), more='\n[tool.setuptools]\npy-modules = ["greeting"]\n', backend="setuptools", runs=["greet"]),
    case("subpackage-forgotten", {INIT: "from greeting.words.english import HELLO\n\n\ndef greet(name: str) -> str:\n    return HELLO\n", "src/greeting/words/__init__.py": "", "src/greeting/words/english.py": 'HELLO = "Hello"\n'}, backend="setuptools", more='\n[tool.setuptools]\npackages = ["greeting"]\npackage-dir = { "" = "src" }\n', tests=PYTESTS),
    case("no-init", {INIT: None, "src/greeting/words.py": 'HELLO = "Hello"\n', MAIN: "from greeting import greet\n\n\ndef main() -> None:\n    print(greet)\n", TEST: None}, backend="setuptools", runs=["greet", 'python -c "import greeting.words"']),
    # what ends a program
    case("syntax-bracket", {INIT: "def greet(name: str) -> str:\n    return str(name\n"}, runs=["greet", "python -m greeting"]),
    case("syntax-indent", {INIT: "def greet(name: str) -> str:\nreturn name\n"}, runs=["greet"]),
    case("syntax-string", {INIT: "HELLO = 'Hello\n"}, runs=["greet"]),
    case("raises", main("raise RuntimeError(\"no tongue\")"), runs=["greet"]),
    case("exits-with-text", main("raise SystemExit(\"Whom?\")"), runs=["greet"]),
    case("exits-with-number", main("sys.exit(3)", "import sys\n\n\n"), runs=["greet"]),
    case("raises-at-import", {INIT: "raise ImportError(\"not today\")\n"}, runs=["greet", "python -m greeting"]),
    # data
    case("data-beside", {**reads('Path(__file__).with_name("languages.json").read_text()', "from pathlib import Path"), "src/greeting/languages.json": HELLO}, runs=["greet"]),
    case("data-below", {**reads('(Path(__file__).parent / "data" / "languages.json").read_text()', "from pathlib import Path"), "src/greeting/data/languages.json": HELLO}, runs=["greet"]),
    case("data-not-packed", {**reads('(Path(__file__).parent / "data" / "languages.json").read_text()', "from pathlib import Path"), "src/greeting/data/languages.json": HELLO, TEST: "from greeting.__main__ import main\n\n\ndef test_main():\n    main()\n"}, backend="setuptools", more=FIND_DATA, runs=["greet"], tests=PYTESTS),
    case("data-outside", {**reads('(Path(__file__).parent.parent.parent / "data" / "languages.json").read_text()', "from pathlib import Path"), "data/languages.json": HELLO}, runs=["greet"], tests=["pytest"]),
    case("data-by-folder", {**main('with open("languages.json") as file:\n    print(file.read())'), "languages.json": HELLO}, runs=["greet"], elsewhere=["greet"]),
    case("data-resources", {**reads('files("greeting").joinpath("languages.json").read_text()', "from importlib.resources import files"), "src/greeting/languages.json": HELLO}, runs=["greet"], elsewhere=["greet"]),
    case("data-resources-missing", reads('(files("greeting") / "data" / "languages.json").read_text(encoding="utf-8")', "from importlib.resources import files"), runs=["greet"]),
    case("data-resources-folder", {**reads('files("greeting.data").joinpath("languages.json").read_text()', "from importlib.resources import files"), "src/greeting/data/languages.json": HELLO}, runs=["greet"]),
    case("data-resources-package-missing", reads('importlib.resources.files("greeting.data").joinpath("languages.json").read_text()', "import importlib.resources"), runs=["greet"]),
    case("data-os-path", {**main('with open(os.path.join(os.path.dirname(__file__), "languages.json")) as file:\n    print(json.load(file))', "import json\nimport os\n\n\n")}, runs=["greet"]),
    case("data-at-import", {INIT: 'import json\nfrom pathlib import Path\n\nHELLO = json.loads(Path(__file__).with_name("languages.json").read_text())\n\n\ndef greet(name: str) -> str:\n    return HELLO["en"]\n'}, tests=["pytest"]),
    case("data-two-calls-deep", {INIT: 'from pathlib import Path\n\n\ndef words() -> str:\n    return Path(__file__).with_name("languages.json").read_text()\n\n\ndef greet(name: str) -> str:\n    return words()\n'}, runs=["greet"], tests=["pytest"]),
    case("data-caught", {INIT: 'from pathlib import Path\n\ntry:\n    HELLO = Path(__file__).with_name("languages.json").read_text()\nexcept FileNotFoundError:\n    HELLO = "Hello"\n\n\ndef greet(name: str) -> str:\n    return HELLO\n'}, runs=["greet"]),
    case("data-if-there", {**main('path = Path("languages.json")\nif path.exists():\n    print(path.read_text())\nelse:\n    print("none")', "from pathlib import Path\n\n\n")}, runs=["greet"]),
    # versions
    case("version", reads('version("greeting")', "from importlib.metadata import version"), runs=["greet"]),
    case("version-of-nothing", reads('version("greetings")', "from importlib.metadata import version"), runs=["greet"]),
    case("version-caught", main('try:\n    print(version("greetings"))\nexcept PackageNotFoundError:\n    print("unknown")', "from importlib.metadata import PackageNotFoundError, version\n\n\n"), runs=["greet"]),
    case("version-at-import", {INIT: 'from importlib import metadata\n\n__version__ = metadata.version("greeting-tool")\n\n\ndef greet(name: str) -> str:\n    return name\n'}, tests=["pytest"]),
    # a script that the wheel brings
    case("own-script", {"bin/hello": "#!python\nfrom greeting import greet\n\nprint(greet(\"you\"))\n"}, more='\n[tool.hatch.build.targets.wheel.shared-scripts]\n"bin/hello" = "hello"\n', modes=("regular",), runs=["hello"]),
    case("own-script-uv", {"bin/hello": "#!python\nfrom greeting import greet\n\nprint(greet(\"you\"))\n"}, more='\n[tool.hatch.build.targets.wheel.shared-scripts]\n"bin/hello" = "hello"\n', modes=("regular",), installer="uv", runs=["hello"]),
    # refused
    case("python-too-old", {"pyproject.toml": BACKENDS["hatchling"] + '\n[project]\nname = "greeting"\nversion = "0.1.0"\nrequires-python = ">=3.14"\n' + SCRIPTS}, runs=["greet"]),
    case("dependency-missing", project='dependencies = ["greeting-words-that-nobody-wrote"]\n', runs=["greet"]),
    case("dependency-too-new", project='dependencies = ["idna>=4000"]\n', runs=["greet"]),
    # nothing is installed: what tests import
    case("tests-src-bare", **NOT_INSTALLED),
    case("tests-flat-bare", base=FLAT, **NOT_INSTALLED),
    case("tests-flat-conftest", {"conftest.py": ""}, base=FLAT, **NOT_INSTALLED),
    case("tests-flat-package", {"tests/__init__.py": ""}, base=FLAT, **NOT_INSTALLED),
    case("tests-src-package", {"tests/__init__.py": ""}, **NOT_INSTALLED),
    case("tests-pythonpath", more='\n[tool.pytest.ini_options]\npythonpath = ["src"]\n', **NOT_INSTALLED),
    case("tests-importlib", more='\n[tool.pytest.ini_options]\naddopts = ["--import-mode=importlib"]\n', base=FLAT, **NOT_INSTALLED),
    case("tests-beside-code", {"greeting/test_greet.py": GREETING[TEST], "tests/test_greet.py": None}, base=FLAT, **NOT_INSTALLED),
    case("tests-src-conftest", {"conftest.py": "import sys\n"}, **NOT_INSTALLED),
    case("tests-own-data", {TEST: 'from pathlib import Path\n\n\ndef test_words():\n    assert Path(__file__).with_name("words.txt").read_text()\n\n\ndef test_folder():\n    assert open("words.txt").read()\n', "tests/words.txt": "hello\n"}, **NOT_INSTALLED),
    case("tests-uv-run", modes=("none",), runs=(), elsewhere=(), tests=["uv run pytest"]),
    case("tests-uv-run-flat", base=FLAT, modes=("none",), runs=(), elsewhere=(), tests=["uv run pytest"]),
    case("tests-uv-run-no-package", {"pyproject.toml": '[project]\nname = "greeting"\nversion = "0.1.0"\nrequires-python = ">=3.10"\n'}, modes=("none",), runs=(), elsewhere=(), tests=["uv run pytest"]),
    case("arguments-missing", {INIT: "def greet(name: str, *, loudly: bool, twice=False) -> str:\n    return name\n\n\ndef whisper(a, b, c): ...\n"}, scripts='\n[project.scripts]\ngreet = "greeting:greet"\nwhisper = "greeting:whisper"\n', runs=["greet", "whisper"]),
    case("tests-flat-installed", {"conftest.py": ""}, base=FLAT, runs=(), elsewhere=(), tests=PYTESTS),
    case("tests-pythonpath-installed", more='\n[tool.pytest.ini_options]\npythonpath = "src"\n', runs=(), elsewhere=(), tests=["pytest"], modes=("regular",)),
]
