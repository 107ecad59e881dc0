"""`pometka export`: a project as a workbook or as JSONL."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from app.cli.console import aside, escaped_name, opened_to_read, out, show_messages, watched
from app.cli.english import count_words
from app.cli.exports.choices import (
    find_language,
    refuse_part_of_other_formats,
    refuse_unknown_articles,
    refuse_unknown_labels,
)
from app.formats import registry
from app.formats.export_options import ExportOptions
from app.formats.file_format import FileFormat
from app.service.jobs.exporting.export_task import Export
from app.service.project.export_presets import find_preset, override_preset
from app.service.project.settings import SettingsFile


def export_project(project: Path, target: Path, wanted: ExportOptions, preset: str = "") -> int:
    """Write a project into a file and print its path.

    What is `wanted` overrides the choices of the `preset`. Return the exit code.
    """
    options = _complete_options(wanted, preset)
    known = registry.find_format(options.format_name) if options.format_name else None
    known = known or registry.choose_written_format(target)
    refuse_part_of_other_formats(options, known)
    _show_losses(known)
    with closing(opened_to_read(project)) as source, watched("exporting") as watch:
        refuse_unknown_labels(options, [label.name for label in source.scheme().labels])
        refuse_unknown_articles(options, [article.id for article in source.articles()])
        task = Export(source, target, options)
        report = task.run(watch)
    show_messages(report.skipped)
    written = task.written or target
    if written.name != target.name:
        aside().print(f"{escaped_name(target.name)} is open in another program; the new file is beside it.")
    counts = (count_words(report.articles, "article"), count_words(report.annotations, "annotation"))
    out().print(f"{escaped_name(written)}: {', '.join(counts)}")
    return 0


def _complete_options(wanted: ExportOptions, preset: str) -> ExportOptions:
    """Return the choices of a preset, overridden, with author and language."""
    settings = SettingsFile().load()
    chosen = find_preset(settings.export_presets, preset) if preset else ExportOptions()
    language = find_language(wanted.language or chosen.language, settings)
    return override_preset(chosen, replace(wanted, author=settings.author, language=language))


def _show_losses(known: FileFormat | None) -> None:
    """Say before writing what a format cannot hold."""
    if known is not None and known.holds is not None:
        aside().print(f"A file of the format “{known.name}” does not hold:")
        show_messages(known.losses)
