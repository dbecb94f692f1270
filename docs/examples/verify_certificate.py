#!/usr/bin/env python3
"""Checks a certificate without the server: verify_certificate.py keys.json CERTIFICATE

keys.json is what GET /v1/keys answers; CERTIFICATE is what the code holds. Needs the package "cryptography".
"""
import base64
import json
import re
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.serialization import load_der_public_key


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


document = json.load(open(sys.argv[1], encoding="utf-8"))
keys = {key["id"]: key for key in document.get("keys", document.get("items", []))}
found = re.search(r"AC1\.([\w-]+)\.([\w-]{86})(?![\w-])", sys.argv[2])
if not found:
    sys.exit("There is no certificate in it.")
statement = json.loads(decode(found[1]))
key = keys.get(statement["k"])
# The day of issue lies within the days of the key (days are those of Asia/Shanghai; compared here as written, in UTC).
if not key or statement["d"] < key["from"][:10] or (key.get("until") and statement["d"] > key["until"][:10]):
    sys.exit("The key was not the authority's on that day.")
try:
    load_der_public_key(base64.b64decode(key["publicKey"])).verify(decode(found[2]), b"AC1." + found[1].encode())
except InvalidSignature:
    sys.exit("The signature is not that of the statement.")
print(json.dumps(statement, ensure_ascii=False, indent=1))
