#!/usr/bin/env python3
"""A program that signs with its own key: gets a token (private_key_jwt) and reads with it (DPoP). Needs: cryptography, requests.

    openssl ecparam -name prime256v1 -genkey -noout -out key.pem
    openssl ec -in key.pem -pubout        # the public half, for the administrator's page
    python3 key-program.py https://credit.example.gov.cn CLIENT_ID key.pem '/v1/ratings?model=cn-food-risk-2016&limit=5'
"""
import base64, hashlib, json, sys, time, uuid
import requests
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import load_pem_private_key

server, client, pem, address = sys.argv[1:]
key = load_pem_private_key(open(pem, "rb").read(), None)


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


point = key.public_key().public_numbers()
public = {"kty": "EC", "crv": "P-256", "x": b64(point.x.to_bytes(32, "big")), "y": b64(point.y.to_bytes(32, "big"))}


def signed(header, claims):
    claims = {"jti": str(uuid.uuid4()), "iat": int(time.time()), **claims}
    text = ".".join(b64(json.dumps(part).encode()) for part in ({"alg": "ES256", **header}, claims))
    r, s = decode_dss_signature(key.sign(text.encode(), ec.ECDSA(hashes.SHA256())))
    return text + "." + b64(r.to_bytes(32, "big") + s.to_bytes(32, "big"))


assertion = signed({}, {"iss": client, "sub": client, "aud": server + "/oauth2/token", "exp": int(time.time()) + 60})
answer = requests.post(server + "/oauth2/token", data={
    "grant_type": "client_credentials",
    "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    "client_assertion": assertion})
answer.raise_for_status()
token = answer.json()["access_token"]

proof = signed({"typ": "dpop+jwt", "jwk": public}, {
    "htm": "GET", "htu": server + address.split("?")[0], "ath": b64(hashlib.sha256(token.encode()).digest())})
answer = requests.get(server + address, headers={"Authorization": "DPoP " + token, "DPoP": proof})
print(answer.status_code)
print(answer.text)
