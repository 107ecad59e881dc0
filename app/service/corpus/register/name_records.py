"""Find which names the register joins or renames, for the index."""

from __future__ import annotations

from app.core.labelled_names import split_label
from app.core.model import Kind
from app.core.name_clusters import Clusters
from app.core.records import Judgement, JudgementKind, RegisterRecord
from app.service.corpus.register.register import RegisterEntry, join_entries
from app.store import Project
from app.store.index.joined_names import JoinedName
from app.store.index.name_reader import NameReader


def find_joined_names(project: Project, names: NameReader) -> list[JoinedName]:
    """Return the names that are joined or renamed.

    Names that nothing was judged or noted of are not looked at.
    """
    judged = [row for row in project.rows(Judgement) if row.is_live and row.kind is JudgementKind.ENTITY]
    records = {record.key: record for record in project.rows(RegisterRecord)}
    known = {key for row in judged for key in (row.left, row.right)} | records.keys()
    scheme = project.scheme()
    entity_labels, registered = scheme.names_of(Kind.ENTITY), scheme.registered
    named = names.entries_of(split_label(key, entity_labels) for key in known)
    entries = join_entries(named, Clusters(judged), records)
    # of equal names the person's is the speaker's
    entries.sort(key=lambda entry: (*registered, entry.mention_label).index(entry.mention_label))
    labels = dict[str, str]()
    found = list[JoinedName]()
    for entry in entries:
        for name in entry.names if _is_joined(entry) else ():
            speaks = labels.setdefault(name.key, name.label) == name.label
            found.append(JoinedName(name.key, name.label, entry.record_key, entry.name, speaks))
    return found


def _is_joined(entry: RegisterEntry) -> bool:
    return len(entry.names) > 1 or entry.name != entry.names[0].shown
