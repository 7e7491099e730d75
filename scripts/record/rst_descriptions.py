"""Descriptions in reStructuredText, put together from sound and broken pieces, and whether twine's renderer takes them.

Run by wheel-checks.ts; prints one JSON object a line. The same texts each time.
"""

import io
import json
import random
import sys

PIECES = """Kit
===
%%
Kit
==
%%
A kit of parts
==============
%%
Parts
-----
%%
Parts of a kit
-----
%%
Deeper
~~~~~~
%%
部品のキット
============
%%
部品のキット
======
%%
Words and more words,
on two lines.
%%
A **strong** word, an *emphasised* one and ``code``.
%%
A *broken word.
%%
A **broken word.
%%
A ``broken word.
%%
A `broken word.
%%
Two * three * four, a_b and __init__ here.
%%
A link to `the kit <https://example.org/kit>`_ in a text.
%%
A link to https://example.org/a_b?c=d, and more.
%%
See Kit_ and `A kit of parts`_ for more.
%%
See nothing_ for more.
%%
See :func:`run` for more.
%%
See :code:`run` and :sup:`2` for more.
%%
See |kit| for more.
%%
Ends with a colon::

    as it *is
    and::
%%
Ends with a colon::

and nothing.
%%
- one
- two
%%
- one
  goes on
- two

- three
%%
* one
text
%%
- one
    deeper
%%
* one

  * two
%%
1. one
2. two
%%
1. one
3. three
%%
term
  definition
%%
:field: value
%%
.. code-block:: python

   x = 1
%%
.. code-block:: nolanguage

   x = 1
%%
.. code-block:: python
%%
.. code::

   x
%%
.. note:: Mind it.
%%
.. note:: Mind it,
   and *this.
%%
.. warning::

   Mind it.
%%
.. tip::
%%
.. toctree::

   more
%%
.. image:: https://example.org/a.png
   :alt: A kit
   :target: https://example.org/
%%
.. image:: https://example.org/a.png
   :alto: A kit
%%
.. image::
%%
.. contents::
%%
.. _Kit: https://example.org/kit
%%
.. _nothing: https://example.org/nothing
.. _Kit: https://example.org/other
%%
.. a comment
%%
.. raw:: html

   <p>
%%
    A quotation.
%%
----
%%
========  =====
a         b
========  =====
1         2
========  =====
%%
+---+
| a |
+---+
%%
>>> x = 1
%%
A footnote [1]_.
%%
.. [1] The footnote.
%%
An email kit@example.org, a path C:\\\\kit and 50 % of it.
%%
-x  an option
%%
(a) a list
%%
A line
-- with dashes
%%
“Quoted” text (in brackets) and/or 'so'.
%%
A text with `default role` in it.
%%
Ends with two words_and_more_
%%
.. |badge| image:: https://example.org/badge.svg?a=b,c
    :target: https://example.org/
    :alt: What it says: *this*
%%
.. |badge| image:: https://example.org/badge.svg
%%
.. |other-badge| image:: https://example.org/other.svg
   :align: center
   :width: 200px
%%
|badge| |other-badge|
%%
A |badge| in a text.
%%
A |Badge| in a text.
%%
| A line block
| of two lines
%%
.. image:: ./a_picture.png
     :width: 20
%%
.. image:: a.png
   :alt: a
     :width: 20
%%
.. image:: a.png
   :width: wide
%%
.. image:: a.png
   :alt: a
   :alt: b
%%
.. image:: a.png
   :target: nothing_
%%
.. _`a kit's parts`: https://example.org/parts.
%%
See `a kit's parts`_ and `A Kit's
Parts`_.
%%
See the `long
list <https://example.org/list>`_ of it, or the `short list
<https://example.org/short>`_.
%%
The `same <https://example.org/1>`_ name.
%%
The `same <https://example.org/2>`_ name.
%%
The `same <https://example.org/3>`__ name, and `another
<https://example.org/4>`__.
""".rstrip("\n").split("\n%%\n")

#: So many texts of each number of pieces.
COUNTS = {2: 130, 3: 130, 5: 80}


def texts():
    chosen = random.Random(7)
    yield from PIECES
    for count, times in COUNTS.items():
        for _ in range(times):
            joint = chosen.choice(["\n\n", "\n\n", "\n\n", "\n\n\n", "\n"])
            yield joint.join(chosen.choice(PIECES) for _ in range(count))


def main():
    from readme_renderer import rst
    from twine.commands.check import _WarningStream

    for text in texts():
        stream = _WarningStream()
        renders = rst.render(text + "\n", stream=stream) is not None
        said = str(stream).split("\n")[0]
        print(json.dumps({"text": text, "renders": renders, **({} if renders else {"message": said})}, ensure_ascii=False))


if __name__ == "__main__":
    sys.exit(main())
