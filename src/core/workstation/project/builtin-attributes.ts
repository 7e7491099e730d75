// What values of Python’s own types have, beside the names with two underscores: `dir()` of CPython 3.13.

const listed = (names: string) => names.split(' ');

/** By the name of the type, in the order of `dir()`. */
export const BUILTIN_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  str: listed(
    'capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill',
  ),
  int: listed(
    'as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag is_integer numerator real to_bytes',
  ),
  bool: listed(
    'as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag is_integer numerator real to_bytes',
  ),
  float: listed('as_integer_ratio conjugate fromhex hex imag is_integer real'),
  list: listed('append clear copy count extend index insert pop remove reverse sort'),
  dict: listed('clear copy fromkeys get items keys pop popitem setdefault update values'),
  set: listed(
    'add clear copy difference difference_update discard intersection intersection_update isdisjoint issubset issuperset pop remove symmetric_difference symmetric_difference_update union update',
  ),
  tuple: listed('count index'),
  range: listed('count index start step stop'),
  ellipsis: [],
  property: listed('deleter fdel fget fset getter setter'),
  NoneType: [],
  function: [],
  method: [],
};
