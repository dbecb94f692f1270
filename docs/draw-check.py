#!/usr/bin/env python3
"""Repeats a published draw (docs/draw.md). Python 3, standard library only; shares no code with Assay.

    python3 draw-check.py FILE [--fixed DIGEST] [--commitment HASH]

Exit status: 0 the draw is as published; 1 it is not; 2 the file cannot be read.
"""
import argparse, hashlib, sys


def sha(*parts):
    h = hashlib.sha256()
    for part in parts:
        b = part.encode()
        h.update(b"%d:" % len(b) + b)
    return h.hexdigest()


def number(members, percent, way):  # percent has at most 4 places; whole numbers from here on
    whole, _, places = percent.partition(".")
    share = int(whole) * 10_000 + int(places.ljust(4, "0"))
    n, rest = divmod(members * share, 1_000_000)
    return n + (1 if way == "up" and rest else 0)


def repeat(fixed_text, seed, public, closed):
    rows = [line.split("\t") for line in fixed_text.split("\n")[:-1]]
    per_business = int(next(r[1] for r in rows if r[0] == "inspectors"))
    inspectors = [r[1:] for r in rows if r[0] == "inspector"]  # id, department, division, sectors
    barred = {(r[1], r[2]) for r in rows if r[0] == "conflict"}
    master = sha("assay-draw-seed-1", hashlib.sha256(fixed_text.encode()).hexdigest(), seed, public)
    strata = {}
    for r in rows:
        if r[0] == "business":
            strata.setdefault(tuple(r[2:5]), []).append(r[1:])
    quotas, drawn, load = [], [], {}
    for _, name, percent, way in sorted((r for r in rows if r[0] == "class"), key=lambda r: r[1].encode()):
        keys = sorted((k for k in strata if k[0] == name), key=lambda k: [x.encode() for x in k])
        members = sum(len(strata[k]) for k in keys)
        n, start = number(members, percent, way), int(sha("assay-draw-start-1", master, name), 16)
        counted = before = 0
        for key in keys:
            counted += len(strata[key])
            risen = (n * counted * 2**256 + start * members) // (members * 2**256)
            order = sorted(strata[key], key=lambda b: (sha("assay-draw-business-1", master, b[0]), b[0].encode()))
            taken = [b for b in order if b[0] not in closed][: risen - before]
            quotas.append("\t".join(["stratum", *key, str(len(strata[key])), str(risen - before), str(len(taken))]))
            before = risen
            for b in taken:
                teams = []
                for department in b[4].split(","):
                    fit = [i[0] for i in inspectors
                           if i[1] == department and b[3].startswith(i[2]) and (b[0], i[0]) not in barred
                           and (i[3] == "*" or b[2] in i[3].split(","))]
                    fit.sort(key=lambda i: (load.get(i, 0), sha("assay-draw-inspector-1", master, b[0], department, i), i))
                    for i in fit[:per_business]:
                        load[i] = load.get(i, 0) + 1
                    teams.append(department + ":" + "+".join(fit[:per_business]))
                drawn.append("\t".join(["drawn", str(len(drawn) + 1), b[0], ",".join(teams)]))
    return quotas + drawn


def main():
    args = argparse.ArgumentParser()
    args.add_argument("file")
    args.add_argument("--fixed", help="digest of the draw file, as it was published before the draw")
    args.add_argument("--commitment", help="commitment, as it was published before the draw")
    given = args.parse_args()
    try:
        text = open(given.file, encoding="utf-8", newline="").read()
        fixed_text, rest = text.split("\nreveal 1\n", 1)
        fixed_text += "\n"
        rows = [line.split("\t") for line in rest.split("\n")[:-1]]
        said = {r[0]: r[1] for r in rows[:6]}
        results = ["\t".join(r) for r in rows if r[0] in ("stratum", "drawn")]
        closed = {r[1] for r in rows if r[0] == "closed"}
        digest = hashlib.sha256(fixed_text.encode()).hexdigest()
        commitment = sha("assay-draw-commitment-1", digest, said["seed"])
        ids = [line.split("\t")[1] for line in fixed_text.split("\n") if line.startswith("business\t")]
        repeated = repeat(fixed_text, said["seed"], said["public"], closed)
    except (OSError, ValueError, KeyError, IndexError, StopIteration) as e:
        print(f"not a published draw: {e!r}")
        return 2
    faults = []
    if said["fixed"] != digest:
        faults.append("population, ratios, exclusions or inspectors are not those of the digest in the file")
    if len(ids) != len(set(ids)):
        faults.append("a business stands twice in the population")
    if said["commitment"] != commitment:
        faults.append("the seed is not the one that was committed to")
    if given.fixed and given.fixed != digest:
        faults.append("the draw file is not the one that was published before")
    if given.commitment and given.commitment != commitment:
        faults.append("the commitment is not the one that was published before")
    for n, (a, b) in enumerate(zip(repeated + [""], results + [""])):
        if a != b:
            faults.append(f"result {n + 1} should be {a!r} and is {b!r}")
            break
    for fault in faults:
        print("WRONG: " + fault)
    if not faults:
        print(f"as published: {sum(r.startswith('drawn') for r in results)} businesses\nfixed {digest}\ncommitment {commitment}")
    return 1 if faults else 0


sys.exit(main())
