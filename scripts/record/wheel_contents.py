"""What a wheel says about itself: core metadata, entry points and RECORD.

Usage: wheel_contents.py WHEEL. Prints one JSON object. The metadata file that an index serves beside a wheel (PEP 658) is
METADATA of the wheel, byte for byte; its hash is printed so that this can be checked against the index's promise.
"""

import configparser
import csv
import hashlib
import io
import json
import sys
import zipfile

from packaging.metadata import parse_email

with zipfile.ZipFile(sys.argv[1]) as wheel:
    (dist_info,) = {name.split("/")[0] for name in wheel.namelist() if name.split("/")[0].endswith(".dist-info")}
    document = wheel.read(f"{dist_info}/METADATA")
    record = list(csv.reader(io.StringIO(wheel.read(f"{dist_info}/RECORD").decode())))
    entry_points = None
    if f"{dist_info}/entry_points.txt" in wheel.namelist():
        parser = configparser.ConfigParser(delimiters=("=",))
        parser.optionxform = str
        parser.read_string(wheel.read(f"{dist_info}/entry_points.txt").decode())
        entry_points = {section: dict(parser[section]) for section in parser.sections()}

metadata, _ = parse_email(document)
json.dump(
    {
        "metadata-sha256": hashlib.sha256(document).hexdigest(),
        "metadata-size": len(document),
        "name": metadata["name"],
        "version": metadata["version"],
        "requires-python": metadata.get("requires_python"),
        "requires-dist": metadata.get("requires_dist", []),
        "entry-points": entry_points,
        "summary": metadata.get("summary"),
        "record": [{"path": path, "hash": digest, "size": int(size) if size else None} for path, digest, size in record],
    },
    sys.stdout,
)
