"""How fast the pre-tagger is: `python -m tests.benchmarks.nlp_speed [--articles N] [--rounds N]`.

Ours does entities, figures, normal forms and claims. natasha's is the pipeline of her tutorial (segmenter, morphology,
syntax, names, normal forms, lemmas) with her extractors of dates and money. Each runs in a process of its own, with
numpy on one thread; then two of ours side by side. The clock starts when models are loaded and a first article is
tagged. One process against one is told in processor time, which a busy machine does not change.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection

from tests.benchmarks.dev_articles import CORPORA, DATA, rows

_BOUND_SPEED, _BOUND_TWO, _BOUND_MB = 5.0, 1.7, 450
_FIRST = "Министр Иван Петров заявил, что 5 мая 2026 года школе выделят 3 млн тенге."
"""An article that every stage has something to do with, so that all models load."""


def ours(texts: list[str]) -> Callable[[], None]:
    from app.nlp.pipeline import Tagger  # noqa: PLC0415  # each process loads what it measures

    tagger = Tagger()
    tagger.tag(_FIRST)
    return lambda: [tagger.tag(text) for text in texts] and None


def natasha(texts: list[str]) -> Callable[[], None]:
    from app.nlp.backend.dictionary import find_dictionaries_without_setuptools  # noqa: PLC0415

    find_dictionaries_without_setuptools()
    import natasha  # noqa: PLC0415

    segmenter, vocabulary, embedding = natasha.Segmenter(), natasha.MorphVocab(), natasha.NewsEmbedding()
    morph, syntax = natasha.NewsMorphTagger(embedding), natasha.NewsSyntaxParser(embedding)
    ner = natasha.NewsNERTagger(embedding)
    extractors = [natasha.DatesExtractor(vocabulary), natasha.MoneyExtractor(vocabulary)]

    def tag(text: str) -> None:
        doc = natasha.Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(morph)
        for token in doc.tokens:
            token.lemmatize(vocabulary)
        doc.parse_syntax(syntax)
        doc.tag_ner(ner)
        for span in doc.spans:
            span.normalize(vocabulary)
        for extractor in extractors:
            list(extractor(text))

    tag(_FIRST)
    return lambda: [tag(text) for text in texts] and None


def run(way: str, texts: list[str], pipe: Connection) -> None:
    """Load, wait for the word, run, and send the figures.

    Say when loading is done. The figures are the seconds and the megabytes.
    """
    work = {"ours": ours, "natasha": natasha}[way](texts)
    pipe.send("ready")
    pipe.recv()
    start = time.process_time()
    work()
    pipe.send((time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def measured(way: str, shares: list[list[str]]) -> tuple[float, float, float]:
    """Run one process for each share of the texts, all at once.

    Return the seconds until all are through, the processor seconds of all, and the most megabytes.
    """
    context = multiprocessing.get_context("spawn")
    pipes, processes = [], []
    for share in shares:
        here, there = context.Pipe()
        process = context.Process(target=run, args=(way, share, there))
        process.start()
        pipes.append(here)
        processes.append(process)
    for pipe in pipes:
        pipe.recv()
    start = time.perf_counter()
    for pipe in pipes:
        pipe.send("go")
    notices = [pipe.recv() for pipe in pipes]
    seconds = time.perf_counter() - start
    for process in processes:
        process.join()
    return seconds, sum(busy for busy, _ in notices), max(megabytes for _, megabytes in notices)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=216)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    if not DATA.exists():
        print(f"skipped: there is no {DATA}")
        return 0
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    texts = [row["text"] for corpus in CORPORA for row in rows(corpus)][: asked.articles]
    size = sum(map(len, texts))
    # In turns, and added up: a shared machine is not as fast at all times.
    rounds = [(measured("ours", [texts]), measured("natasha", [texts])) for _ in range(asked.rounds)]
    one, theirs = (sum(way[1] for way in ways) / asked.rounds for ways in zip(*rounds, strict=True))
    one_elapsed, megabytes = min(ours[0] for ours, _ in rounds), max(ours[2] for ours, _ in rounds)
    two_elapsed = min(measured("ours", [texts[::2], texts[1::2]])[0] for _ in range(asked.rounds))
    table = {
        "ours, characters a processor second": size / one,
        "natasha's tutorial": size / theirs,
        f"times as fast (bound {_BOUND_SPEED})": theirs / one,
        f"two workers against one (bound {_BOUND_TWO})": one_elapsed / two_elapsed,
        f"memory of a worker, MB (bound {_BOUND_MB})": megabytes,
    }
    for what, value in table.items():
        print(f"{what:45} {value:12,.1f}")
    return 0 if theirs / one >= _BOUND_SPEED and megabytes <= _BOUND_MB else 1


if __name__ == "__main__":
    sys.exit(main())
