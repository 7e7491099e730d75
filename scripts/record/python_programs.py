"""Small programs by a seeded generator: modules that import each other in every way, names that are there or aren't, ways to end.

Read by python_sources.py. Every module says its `__name__` when it begins and every function its own name, so that what is printed is
what has run. A program is a dictionary of files by path, the lines that start it, and, where it is a command, its entry point.
"""

from random import Random

NAMES = ["greet", "hello", "tell", "HELLO", "WORDS", "Tongue", "main", "say"]
STANDARD = ["json", "os.path", "sys", "importlib.resources", "collections.abc", "xml.etree", "string", "random", "queue"]
ABSENT = ["rich", "rich.console", "greetings", "yaml", "greeting.nothing", "numpy"]
HANDLED = ["ImportError", "ModuleNotFoundError", "(ImportError, AttributeError)", "Exception", "AttributeError", "KeyError", "NameError", "(OSError, ValueError)", ""]
SHADOWED = ["random", "queue", "colorsys", "statistics"]


class Program:
    def __init__(self, seed: int):
        self.random = Random(seed)
        self.defined = {}
        self.files = {}

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def pick(self, options):
        return self.random.choice(list(options))

    def some(self, options, most: int):
        options = list(options)
        return self.random.sample(options, self.random.randint(1, min(most, len(options))))

    def name_of(self, module: str) -> str:
        """A name that the module has, or now and then one that it hasn't, or that is nearly one."""
        known = self.defined.get(module) or NAMES
        name = self.pick(known if self.chance(0.85) else NAMES)
        return name if self.chance(0.96) else name[:-1] + name[-1] * 2

    # what a module imports

    def written(self, module: str, package: str) -> str:
        """The module as `from` has it: with dots where the package allows it, sometimes with too many."""
        if not package or self.chance(0.4):
            return module
        if self.chance(0.05):
            return "..." + module.rpartition(".")[2]
        if module == package:
            return "."
        if module.startswith(package + "."):
            return "." + module[len(package) + 1 :]
        return "." * (package.count(".") + 2) + module.partition(".")[2] if module.startswith("greeting") else module

    def imports(self, modules, package: str):
        """Lines of an import, and the expressions that it makes possible."""
        module = self.pick(modules)
        if self.chance(0.1):
            module = self.pick(ABSENT)
        elif self.chance(0.12):
            name = self.pick(STANDARD)
            return [f"import {name}"], [name]
        style = self.random.randrange(7)
        if style == 0:
            return [f"import {module}"], [f"{module}.{self.name_of(module)}"]
        if style == 1:
            return [f"import {module} as other"], [f"other.{self.name_of(module)}"]
        if style == 2:
            return [f"from {self.written(module, package)} import *"], [self.name_of(module)]
        if style == 3 and "." in module:
            above, _, last = module.rpartition(".")
            return [f"from {self.written(above, package)} import {last}"], [f"{last}.{self.name_of(module)}"]
        if style == 4:
            first, second = self.name_of(module), self.name_of(module)
            return [f"from {self.written(module, package)} import ({first},", f"    {second} as word)"], [first, "word"]
        name = self.name_of(module)
        return [f"from {self.written(module, package)} import {name}"], [name]

    def guarded(self, lines, modules, package: str):
        """The import where not every run comes by, or where its failure is caught."""
        inner = ["    " + line for line in lines]
        shape = self.random.randrange(9)
        if shape < 4:
            return lines
        if shape < 7:
            handler = self.pick(HANDLED)
            otherwise, _ = self.imports(modules, package)
            fallback = self.pick([["pass"], ["pass"], ["word = HELLO = None"], ["raise"], ["print(1)"], otherwise])
            tail = self.pick([[], [], ["else:", "    print(2)"], ["finally:", "    print(3)"]])
            return ["try:", *inner, f"except {handler}".rstrip() + ":", *["    " + line for line in fallback], *tail]
        if shape == 7:
            return ["from typing import TYPE_CHECKING", f"if {self.pick(['TYPE_CHECKING', 'not TYPE_CHECKING'])}:", *inner]
        test = self.pick(["sys.version_info >= (3, 11)", "sys.version_info[0] == 2", "sys.version_info < (3, 13)", 'sys.platform == "win32"', 'sys.platform.startswith("lin")', "__name__ == '__main__'", "sys.version_info.major >= 3"])
        return ["import sys", f"if {test}:", *inner, *self.pick([[], ["else:", "    print(4)"]])]

    # what stands in a body

    def value(self, known) -> str:
        return self.pick(["1", '"Hello"', "None", "True", "[1, 2]", "{}", "('a', 'b')", "lambda: 3", "1.5", *known])

    def ending(self) -> str:
        return self.pick(["return", "return 0", "return 3", "return 'text'", "return True", "return False", "return None", "return 256", "return -1", "return 2.5", "return []", "sys.exit(2)", "raise SystemExit(4)", "raise SystemExit", "raise RuntimeError('no tongue')", "raise KeyError('a')", "raise ValueError", "exit('Whom?')", "raise SystemExit(None)", "assert False, 'never'", "assert 1 == 1", "raise OSError from None", "pass"])

    def body(self, name: str, known, modules, package: str):
        lines = [f"print('{name}()')"]
        for _ in range(self.random.randint(0, 2)):
            lines += self.statement(known, modules, package, isInside=True)
        if self.chance(0.45):
            ending = self.ending()
            if "sys." in ending:
                lines.append("import sys")
            lines.append(ending)
        return lines

    def statement(self, known, modules, package: str, isInside=False):
        """Lines of one statement that uses names."""
        used = self.pick(known) if known and self.chance(0.85) else self.pick(NAMES)
        shape = self.random.randrange(16)
        if shape == 0:
            lines, more = self.imports(modules, package)
            lines = [line for line in lines if "*" not in line or not isInside] or ["pass"]
            known += more
            return lines
        if shape == 1:
            return [f"{self.pick(NAMES)} = {self.value(known)}"]
        if shape == 2:
            return [f"print([{used} for _ in (1,)])"]
        if shape == 3:
            return ["try:", f"    print(bool({used}))", f"except {self.pick(HANDLED)}".rstrip() + ":", "    print(5)"]
        if shape == 4:
            return [f"if {self.value(known)}:", f"    print(6, {used} is None)", "else:", "    print(7)"]
        if shape == 5:
            return [f"for each in {self.pick(['(1,)', '()', '[]', '[1]', 'range(2)'])}:", f"    {used}", *self.pick([[], ["    break", "else:", "    print(8)"]])]
        if shape == 6:
            return [f"del {self.pick(NAMES)}"] if self.chance(0.4) else [f"word = {used}", "del word"]
        if shape == 7:
            return [f"print(hasattr({used}, 'main'), callable({used}))"]
        if shape == 8 and isInside:
            return [f"global {self.pick(NAMES[:4])}", "pass"]
        if shape == 9:
            return [f"inner = lambda: {used}", "inner()"]
        if shape in (10, 11):
            return [f"print(callable({used}))"]
        return [f"{used}()" if self.chance(0.7) else f"{used}"]

    def definition(self, name: str, known, modules, package: str):
        indented = lambda lines: ["    " + line for line in lines]
        if name == "HELLO":
            return [f"HELLO = {self.value([])}"]
        if name == "WORDS":
            return [self.pick(['WORDS = {"en": "Hello"}', "WORDS: tuple", "WORDS = HELLO = 'Hi'", "(WORDS, HELLO) = ('a', 1)", "WORDS = None"])]
        if name == "Tongue":
            base = self.pick(["", "", "", "(Exception)", "(object)", "(Base)"])
            before = ["class Base:", "    name = 'base'", ""] if base == "(Base)" and self.chance(0.8) else []
            methods = [f"    {self.pick(['@staticmethod', '@classmethod', '@property', 'name = 1'])}", *indented(["def greet(self=1):", *indented(self.body("Tongue.greet", list(known), modules, package))])]
            return [*before, f"class Tongue{base}:", *methods, *self.pick([[], ["    def __init__(self):", "        print('init')"], ["    word = name = 2"], ["    class Inner:", "        pass"]])]
        parameters = self.pick(["", "", "", "", "name='you'", "name", "*args", "*, loud=False", "**more"])
        decorator = self.pick([[]] * 7 + [["@staticmethod"], ["@keep"], ["@lambda f: f"], ["@callable"]])
        before = ["def keep(f):", "    print('keep()')", f"    return {self.pick(['f', 'f', 'None', '1'])}", ""] if decorator == ["@keep"] and self.chance(0.8) else []
        return [*before, *decorator, f"def {name}({parameters}):", *indented(self.body(name, list(known), modules, package))]

    def module(self, module: str, package: str, modules, isMain: bool) -> str:
        lines = ["print(__name__)"]
        known = []
        for _ in range(self.random.randint(0, 2)):
            imported, more = self.imports(modules, package)
            lines += self.guarded(imported, modules, package)
            known += more
        for name in self.defined[module]:
            lines += self.definition(name, known, modules, package)
            known.append(name)
        for _ in range(self.random.randint(0, 2)):
            lines += self.statement(known, modules, package)
        if self.chance(0.15):
            lines.append(f"__all__ = {self.pick(['[]', '()', repr(self.some(self.defined[module], 2)), repr(self.some(NAMES, 2)), '[*WORDS]'])}")
        if self.chance(0.08):
            lines += ["def __getattr__(name):", self.pick(["    return 1", "    raise AttributeError(name)", "    if name == 'hello':", "    return None\n"]).rstrip("\n")]
            if lines[-1].endswith(":"):
                lines.append("        return 2\n    raise AttributeError('no ' + name)")
        if isMain:
            call = self.pick(["main()", "main()", "sys.exit(main())", "raise SystemExit(main())"])
            lines += [*(["import sys"] if "sys." in call else []), "if __name__ == '__main__':", "    " + call]
        text = "\n".join(lines) + "\n"
        return self.broken(text) if self.chance(0.04) else text

    def broken(self, text: str) -> str:
        """One slip of the pen somewhere in the text."""
        lines = text.split("\n")
        at = self.random.randrange(max(1, len(lines) - 1))
        line = lines[at]
        slip = self.random.randrange(9)
        if slip == 0:
            lines[at] = line.replace(":", "", 1)
        elif slip == 1:
            lines[at] = line.replace(")", "", 1)
        elif slip == 2:
            lines[at] = " " + line
        elif slip == 3:
            lines[at] = line.replace("    ", "\t", 1)
        elif slip == 4:
            lines[at] = line.lstrip()
        elif slip == 5:
            lines[at] = line.replace("'", "", 1)
        elif slip == 6:
            lines[at] = line.replace("import", "imports", 1).replace("print(", "print ", 1)
        elif slip == 7:
            lines.insert(at, self.pick(["class", "def f(", "x = = 1", "1 = x", "return 1", "break", "else:", "f(a b)", "import a.b as", "async x", "x = 'é", "await x", "nonlocal x", "yield 1", "from __future__ import braces", "from . import (a,,b)", "None = 1", "x ++ 1", "print 'a'"]))
        else:
            lines[at] = line + self.pick([" $", " ?", "\\", " :", " =", "))", ' "', " !"])
        return "\n".join(lines)


def program(seed: int) -> dict:
    """The program of a seed: {files, commands, target}; `target` is the entry point of a command `greet`, None without one."""
    one = Program(seed)
    submodules = one.some(["words", "cli", "tongue", "more", "data.deep"], one.pick([1, 2, 3]))
    package = {"greeting": "__init__.py", **{f"greeting.{name}": name.replace(".", "/") + ".py" for name in submodules}}
    if "greeting.data.deep" in package and one.chance(0.7):
        package["greeting.data"] = "data/__init__.py"
    if one.chance(0.6):
        package["greeting.__main__"] = "__main__.py"
    isCommand = one.chance(0.4)
    if not isCommand and one.chance(0.15):
        del package["greeting"]  # a namespace package
    others = {}
    if not isCommand:
        if one.chance(0.7):
            others["start"] = "start.py"
        if one.chance(0.2):
            others["tools.check"] = "tools/check.py"
        if one.chance(0.2):
            shadow = one.pick(SHADOWED)
            others[shadow] = one.pick([f"{shadow}.py", f"{shadow}/__init__.py", f"tools/{shadow}.py"])
        if one.chance(0.1):
            others["greeting_py"] = "greeting.py"  # a module beside the package of its name
    every = {**{name: f"greeting/{path}" for name, path in package.items()}, **others}
    for name in every:
        one.defined[name] = one.some(NAMES, 2)
        if name.endswith((".__main__", ".cli", "start", "check")) and "main" not in one.defined[name]:
            one.defined[name].append("main")
    modules = [name for name in every if not name.endswith("__main__") and name != "greeting_py"]
    for name, path in every.items():
        inside = name if path.endswith("__init__.py") else name.rpartition(".")[0]
        isMain = name.endswith(("__main__", "start", "check")) or one.chance(0.2)
        one.files[path] = one.module(name, inside if inside.startswith("greeting") else "", modules, isMain)
    target = None
    if isCommand:
        module = one.pick([name for name in package])
        target = f"{module}:{one.name_of(module)}" + (one.pick([".greet", ".name", ".Inner", ".nothing"]) if one.chance(0.12) else "")
        commands = ["greet", one.pick(["python -m greeting", f"python -m {module}", f'python -c "import {module}"'])]
    else:
        scripts = [f"python {path}" for name, path in every.items() if name in ("start", "tools.check") or one.chance(0.15)]
        started = [f"python -m {one.pick(modules)}", "python -m greeting", f'python -c "import {one.pick(modules)}"']
        commands = one.some([*scripts, *started], 3)
    return {"files": one.files, "commands": commands, "target": target}
