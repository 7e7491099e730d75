// `value.name`, looked up and bound: of modules, classes, instances and values of Python’s own types. Follows the language reference of
// Python 3.13, “Attribute references” and “Customizing module attribute access”; messages are CPython’s Objects/moduleobject.c and typeobject.c.
import { code, say } from '../sentence';
import { BUILTIN_ATTRIBUTES } from './builtin-attributes';
import { callFunction, noArguments } from './call-function';
import { libraryValue } from './library';
import { shadowing } from './module-names';
import { pathAttribute } from './path-object';
import { EXCEPTION_NAMES, exceptionsAbove, isOpenClass, memberNames, memberOf } from './python-class';
import { type ClassValue, type InstanceValue, type LoadedModule, UNKNOWN, type Value } from './python-value';
import { addMissing, type ProgramRun, raise, write } from './run-state';
import { typeName } from './show-value';
import { candidatesFor, suggestionFor } from './suggestion';

const isSpecial = (name: string) => name.startsWith('__') && name.endsWith('__');

/** An attribute; an AttributeError where it is known that there is none, `unknown` where that can’t be told. */
export function attributeOf(run: ProgramRun, value: Value, name: string): Value {
  if (run.stop !== undefined) return UNKNOWN;
  switch (value.kind) {
    case 'library':
      return ofLibrary(run, value.name, name);
    case 'path':
      return pathAttribute(value.path, name);
    case 'module':
      return moduleAttribute(run, value.module, name);
    case 'class':
      return classAttribute(run, value, name);
    case 'instance':
      return instanceAttribute(run, value, name);
    case 'exception':
      return EXCEPTION_NAMES.includes(name) || isSpecial(name)
        ? UNKNOWN
        : noAttribute(run, value, name, EXCEPTION_NAMES);
    case 'function':
      // What was assigned to a function isn’t kept; nearly nobody does.
      return run.changed.has(value.definition) ? UNKNOWN : builtinAttribute(run, value, name);
    case 'object':
      if (value.contents !== undefined) value.contents.items = undefined; // a method may change it
      return builtinAttribute(run, value, name);
    case 'constant':
    case 'text':
    case 'tuple':
    case 'property':
      return builtinAttribute(run, value, name);
    case 'unknown':
    case 'method':
      return UNKNOWN;
  }
}

function ofLibrary(run: ProgramRun, of: string, name: string): Value {
  const module = run.modules.get(`${of}.${name}`);
  return module === undefined ? libraryValue(run, `${of}.${name}`) : { kind: 'module', module };
}

function moduleAttribute(run: ProgramRun, module: LoadedModule, name: string): Value {
  if (module.kind === 'library') return ofLibrary(run, module.name, name);
  const known = module.scope.names.get(name);
  if (known !== undefined) return known;
  const asked = module.scope.names.get('__getattr__');
  if (asked?.kind === 'function')
    return callFunction(run, asked, { ...noArguments(module.scope), positional: [{ kind: 'text', text: name }] });
  if (module.scope.isOpen || asked !== undefined || isSpecial(name)) return UNKNOWN;
  addMissing(run, 'name', name, say`${code(module.name)} has no ${code(name)}.`);
  const proposed = suggestionFor(name, candidatesFor(name, module.scope.names.keys()));
  const proposal = proposed === undefined ? '' : `. Did you mean: '${proposed}'?`;
  return raise(run, 'AttributeError', missingText(run, module, name) + proposal);
}

function missingText(run: ProgramRun, module: LoadedModule, name: string): string {
  const missing = `has no attribute '${name}'`;
  const shadows = shadowing(run, module);
  if (shadows !== undefined) return `module '${module.name}' ${missing} ${shadows}`;
  const because = '(most likely due to a circular import)';
  if (!module.isReady) {
    const from = module.file === undefined ? '' : ` from '${module.file}'`;
    return `partially initialized module '${module.name}'${from} ${missing} ${because}`;
  }
  const submodule = run.modules.get(`${module.name}.${name}`);
  return submodule !== undefined && !submodule.isReady
    ? `cannot access submodule '${name}' of module '${module.name}' ${because}`
    : `module '${module.name}' ${missing}`;
}

function classAttribute(run: ProgramRun, value: ClassValue, name: string): Value {
  const known = memberOf(value, name);
  if (known?.kind === 'function') return known.binds === 'class' ? { ...known, self: value } : known;
  if (known?.kind === 'property') return { kind: 'object', type: 'property' };
  if (known !== undefined) return isOpenClass(value) && known.kind !== 'class' ? UNKNOWN : known; // an Enum’s members
  if (isOpenClass(value) || isSpecial(name) || name === 'mro') return UNKNOWN;
  if (exceptionsAbove(value).length > 0 && EXCEPTION_NAMES.includes(name)) return UNKNOWN;
  addMissing(run, 'name', name, say`The class ${code(value.name)} has no ${code(name)}.`);
  const proposed = suggestionFor(name, candidatesFor(name, memberNames(value)));
  const proposal = proposed === undefined ? '' : `. Did you mean: '${proposed}'?`;
  return raise(run, 'AttributeError', `type object '${value.name}' has no attribute '${name}'${proposal}`);
}

function instanceAttribute(run: ProgramRun, value: InstanceValue, name: string): Value {
  const member = memberOf(value.of, name);
  const instance = value.standsFor ?? value;
  if (member?.kind === 'property')
    return callFunction(run, { ...member.of, self: instance }, noArguments(member.of.scope));
  const own = value.names.get(name);
  if (own !== undefined) return own;
  if (member?.kind === 'function') {
    const self = member.binds === 'class' ? instance.of : member.binds === 'instance' ? instance : undefined;
    return { ...member, self };
  }
  if (member !== undefined) return isOpenClass(value.of) ? UNKNOWN : member;
  const isAsked = memberOf(value.of, '__getattr__') ?? memberOf(value.of, '__getattribute__');
  if (isSpecial(name)) return { kind: 'library', name: `object.${name}` };
  if (isAsked !== undefined || isOpenClass(value.of)) return UNKNOWN;
  if (exceptionsAbove(value.of).length > 0) return UNKNOWN; // some have more, as `OSError.errno`
  return noAttribute(run, value, name, [...value.names.keys(), ...memberNames(value.of)]);
}

const TEXT_METHODS = ['startswith', 'endswith', 'lower', 'upper'];

function builtinAttribute(run: ProgramRun, value: Value, name: string): Value {
  const type = typeName(value);
  const names = type !== undefined && Object.hasOwn(BUILTIN_ATTRIBUTES, type) ? BUILTIN_ATTRIBUTES[type] : undefined;
  if (value.kind === 'text' && TEXT_METHODS.includes(name)) return { kind: 'method', of: value, name };
  if (names === undefined) return UNKNOWN;
  if (names.includes(name) || isSpecial(name)) return { kind: 'library', name: `${type}.${name}` };
  return noAttribute(run, value, name, names);
}

function noAttribute(run: ProgramRun, value: Value, name: string, names: readonly string[]): Value {
  const type = typeName(value) ?? '';
  addMissing(run, 'name', name, say`What stands there is of type ${code(type)}, and has no ${code(name)}.`);
  const proposed = suggestionFor(name, candidatesFor(name, names));
  const proposal = proposed === undefined ? '' : `. Did you mean: '${proposed}'?`;
  return raise(run, 'AttributeError', `'${type}' object has no attribute '${name}'${proposal}`);
}

/** What decides which modules are found. */
const DECIDES_IMPORTS = /^sys\.(?:path|modules|meta_path|path_hooks)$/;

/** Notes that the program changes how modules are found, when `changed` is what decides that. */
export function changeImports(run: ProgramRun, changed: string): void {
  if (DECIDES_IMPORTS.test(changed)) run.hasOwnImports = true;
}

/** `of.name = value`, or `del of.name` with `undefined`. */
export function setAttribute(run: ProgramRun, of: Value, name: string, value: Value | undefined): void {
  switch (of.kind) {
    case 'module':
      if (of.module.kind === 'library') changeImports(run, `${of.module.name}.${name}`);
      write(run, of.module.scope.names, name, value);
      return;
    case 'class':
      write(run, of.scope.names, name, value);
      return;
    case 'instance':
      write(run, of.names, name, value);
      return;
    case 'function':
      run.changed.add(of.definition);
      return;
    case 'constant':
    case 'text':
    case 'tuple':
    case 'object':
    case 'property': {
      const type = typeName(of) ?? '';
      const isThere = Object.hasOwn(BUILTIN_ATTRIBUTES, type) && BUILTIN_ATTRIBUTES[type]?.includes(name);
      if (isThere || isSpecial(name)) return;
      addMissing(
        run,
        'name',
        name,
        say`What stands there is of type ${code(type)}, and can’t be given a ${code(name)}.`,
      );
      const missing = `'${type}' object has no attribute '${name}'`;
      const isPlain = type === 'property' || type === 'range';
      raise(run, 'AttributeError', isPlain ? missing : `${missing} and no __dict__ for setting new attributes`);
      return;
    }
    default:
      return;
  }
}
