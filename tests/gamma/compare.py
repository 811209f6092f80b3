"""γ of `kutip agree` against the reference implementation. Run by hand:

    pip install pygamma-agreement
    python tests/gamma/compare.py target/release/kutip

Each data set beside this file is a text of a length and units with annotator,
category, start and end. Chance is sampled in the way of Mathet 2015 on both
sides (pygamma's ShuffleContinuumSampler; see `Shuffle`), within the same bounds, with the same
dissimilarity. A difference is fine within the sum of both precisions.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from pyannote.core import Segment
from pygamma_agreement import CombinedCategoricalDissimilarity, Continuum, ShuffleContinuumSampler

PRECISION = 0.005


def read(path):
    lines = path.read_text().split()
    length = int(lines[0].split(",")[1])
    units = [line.split(",") for line in lines[1:]]
    return length, [(who, category, int(start), int(end)) for who, category, start, end in units]


def kutip(program, length, units):
    text = ("abcdefghi " * (length // 10 + 1))[:length]
    quotes = [
        {"annotator": who, "type": category, "content": [{"start": start, "end": end, "text": text[start:end]}]}
        for who, category, start, end in units
    ]
    with tempfile.TemporaryDirectory() as folder:
        project, record = Path(folder) / "p.kutip", Path(folder) / "a.jsonl"
        record.write_text(json.dumps({"text": text, "quotes": quotes}))
        run = lambda *words: subprocess.run([program, *map(str, words)], check=True, capture_output=True).stdout
        run("new", project)
        run("import", project, record, "--format", "articles-jsonl")
        said = run("agree", project, "--json", "--resamples", 0, "--gamma-precision", PRECISION)
        return json.loads(said)["all"]["gamma"]


class Shuffle(ShuffleContinuumSampler):
    """Draws a pivot from the free segments, each as likely as it is long."""

    def _random_from_segments(self, segments):
        lengths = np.array([segment.end - segment.start for segment in segments])
        if lengths.sum() <= 0:
            return 1
        segment = segments[np.random.choice(len(segments), p=lengths / lengths.sum())]
        return int(np.random.uniform(segment.start, segment.end))


def reference(length, units):
    continuum = Continuum()
    for who, category, start, end in units:
        continuum.add(who, Segment(start, end), category)
    continuum.bound_inf, continuum.bound_sup = 0, length
    np.random.seed(7)
    found = continuum.compute_gamma(
        CombinedCategoricalDissimilarity(alpha=1, beta=1, delta_empty=1),
        n_samples=1000,
        sampler=Shuffle(),
    )
    chance = np.array(found.chance_alignments and [one.disorder for one in found.chance_alignments])
    width = (1 - found.gamma) * 1.96 * chance.std() / chance.mean() / len(chance) ** 0.5
    return found.gamma, width, found.observed_disorder


def main(program):
    wrong = 0
    print(f"{'data':<10} {'kutip':>8} {'±':>7} {'pygamma':>8} {'±':>7} {'apart':>8}")
    for path in sorted(Path(__file__).parent.glob("*.csv")):
        length, units = read(path)
        ours = kutip(program, length, units)
        theirs, width, _ = reference(length, units)
        apart = ours["value"] - theirs
        fine = abs(apart) <= ours["precision"] + width
        wrong += not fine
        print(
            f"{path.stem:<10} {ours['value']:8.4f} {ours['precision']:7.4f} {theirs:8.4f} {width:7.4f}"
            f" {apart:8.4f} {'' if fine else 'TOO FAR'}"
        )
    sys.exit(wrong)


if __name__ == "__main__":
    main(sys.argv[1])
