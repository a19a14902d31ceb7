"""Findings of Python peers: reads a JSON list of {name, kind, text}, writes {name: [[line, column, length]]}.

Lines and columns from 1. `python peers.py parliament|cfn-lint < cases.json`
"""
import json
import sys

TEMPLATES = {
    "identity": ("AWS::IAM::ManagedPolicy", "PolicyDocument", {}),
    "boundary": ("AWS::IAM::ManagedPolicy", "PolicyDocument", {}),
    "trust": ("AWS::IAM::Role", "AssumeRolePolicyDocument", {}),
    "resource": ("AWS::S3::BucketPolicy", "PolicyDocument", {"Bucket": "orchard"}),
}


def parliament(case):
    from parliament import analyze_policy_string

    found = []
    for finding in analyze_policy_string(case["text"]).findings:
        place = finding.location if isinstance(finding.location, dict) else {}
        text = str(place.get("string") or "")
        found.append([place.get("line") or 0, place.get("column") or 0, len(text)])
    return found


def cfn_lint(case):
    from cfnlint.api import lint_all

    kind, name, properties = TEMPLATES.get(case["kind"], TEMPLATES["identity"])
    start = '{"Resources": {"P": {"Type": "%s", "Properties": {%s"%s":\n' % (
        kind,
        "".join('"%s": "%s", ' % pair for pair in properties.items()),
        name,
    )
    found = []
    for match in lint_all(start + case["text"] + "\n}}}}"):
        if match.rule.id[0] in "EW" and match.linenumber > 1:
            width = match.columnnumberend - match.columnnumber
            same = match.linenumber == match.linenumberend
            found.append([match.linenumber - 1, match.columnnumber, width if same else 1])
    return found


peer = {"parliament": parliament, "cfn-lint": cfn_lint}[sys.argv[1]]
result = {}
for case in json.load(sys.stdin):
    try:
        result[case["name"]] = peer(case)
    except Exception:  # a peer that fails has told nothing
        result[case["name"]] = None
json.dump(result, sys.stdout)
