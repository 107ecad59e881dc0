"""The tables and indexes of a project file, made from `tables.py`.

`packaging/schema.py` writes this module. Do not edit.
"""

SCHEMA = """
CREATE TABLE article (
    id INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    date VARCHAR,
    source VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    progress VARCHAR NOT NULL,
    digest VARCHAR NOT NULL,
    length INTEGER NOT NULL,
    language VARCHAR NOT NULL,
    is_flagged INTEGER NOT NULL,
    remark VARCHAR NOT NULL,
    finished VARCHAR,
    tags VARCHAR NOT NULL,
    priority VARCHAR NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE claim_record (
    id INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    summary VARCHAR NOT NULL,
    speaker VARCHAR NOT NULL,
    due VARCHAR NOT NULL,
    due_origin VARCHAR NOT NULL,
    topic VARCHAR NOT NULL,
    watched VARCHAR,
    PRIMARY KEY (id)
);
CREATE TABLE judgement (
    id INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    "left" VARCHAR NOT NULL,
    "right" VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    score FLOAT,
    reasons VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    made VARCHAR,
    ended VARCHAR,
    PRIMARY KEY (id)
);
CREATE TABLE label_scheme (
    id INTEGER NOT NULL,
    content VARCHAR NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE register_record (
    id INTEGER NOT NULL,
    "key" VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    identifiers VARCHAR NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE removed_text (
    body_id INTEGER NOT NULL,
    mark VARCHAR NOT NULL,
    text BLOB NOT NULL,
    PRIMARY KEY (body_id, mark)
);
CREATE TABLE sample (
    id INTEGER NOT NULL,
    unit VARCHAR NOT NULL,
    is_hidden INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    "query" VARCHAR NOT NULL,
    population INTEGER NOT NULL,
    members VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    made VARCHAR,
    PRIMARY KEY (id)
);
CREATE TABLE saved_query (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    "query" VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE step (
    id INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    args VARCHAR NOT NULL,
    "group" VARCHAR NOT NULL,
    time VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    last_id INTEGER NOT NULL,
    payload BLOB NOT NULL,
    author VARCHAR DEFAULT '' NOT NULL,
    name VARCHAR DEFAULT '' NOT NULL,
    articles INTEGER DEFAULT 0 NOT NULL,
    annotations INTEGER DEFAULT 0 NOT NULL,
    article INTEGER,
    overtaken INTEGER,
    PRIMARY KEY (id)
);
CREATE INDEX step_by_state ON step (state, id);
CREATE TABLE annotation (
    id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    pieces VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    status VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    confidence FLOAT,
    normal VARCHAR NOT NULL,
    attributes VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    created VARCHAR,
    changed VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE INDEX annotation_in_text ON annotation (article_id, start, kind, status);
CREATE TABLE body (
    id INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES article (id)
);
CREATE TABLE claim_place (
    id INTEGER NOT NULL,
    annotation_id INTEGER NOT NULL,
    record_id INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(record_id) REFERENCES claim_record (id)
);
CREATE INDEX ix_claim_place_record_id ON claim_place (record_id);
CREATE TABLE hint (
    id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    label VARCHAR NOT NULL,
    score FLOAT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE INDEX ix_hint_article_id ON hint (article_id);
CREATE TABLE step_article (
    article_id INTEGER NOT NULL,
    step_id INTEGER NOT NULL,
    PRIMARY KEY (article_id, step_id),
    FOREIGN KEY(step_id) REFERENCES step (id)
)
 WITHOUT ROWID;
CREATE INDEX ix_step_article_step_id ON step_article (step_id);
CREATE TABLE verdict (
    id INTEGER NOT NULL,
    record_id INTEGER NOT NULL,
    value VARCHAR NOT NULL,
    scale VARCHAR NOT NULL,
    scale_version INTEGER NOT NULL,
    certainty VARCHAR NOT NULL,
    day VARCHAR,
    note VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    made VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(record_id) REFERENCES claim_record (id)
);
CREATE INDEX ix_verdict_record_id ON verdict (record_id);
CREATE TABLE claim_role (
    annotation_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    normal VARCHAR NOT NULL,
    PRIMARY KEY (annotation_id, position),
    FOREIGN KEY(annotation_id) REFERENCES annotation (id) ON DELETE CASCADE
);
CREATE TABLE evidence (
    id INTEGER NOT NULL,
    verdict_id INTEGER NOT NULL,
    url VARCHAR NOT NULL,
    quote VARCHAR NOT NULL,
    published VARCHAR,
    seen VARCHAR,
    stance VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(verdict_id) REFERENCES verdict (id)
);
CREATE INDEX ix_evidence_verdict_id ON evidence (verdict_id);
CREATE TABLE note (
    id INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    article_id INTEGER,
    annotation_id INTEGER,
    author VARCHAR NOT NULL,
    created VARCHAR,
    changed VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES article (id),
    FOREIGN KEY(annotation_id) REFERENCES annotation (id)
);
CREATE INDEX ix_note_annotation_id ON note (annotation_id);
CREATE INDEX ix_note_article_id ON note (article_id);
"""
