PRAGMA application_id = 1347374405;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, PRIMARY KEY (version_num));
INSERT INTO "alembic_version" VALUES('0011');
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
INSERT INTO "annotation" VALUES(3,2,'entity','LOC','',2,8,'proposed','pretag','ner/1',0.875,'Алатау','','','2025-06-01T12:00:00+00:00','2025-06-01T12:00:00+00:00');
INSERT INTO "annotation" VALUES(4,2,'claim','statement','[[9,19],[22,28]]',9,28,'accepted','manual','',NULL,'','[["form","indirect"]]','me','2025-06-01T12:00:00+00:00','2025-06-01T12:00:00+00:00');
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
INSERT INTO "article" VALUES(2,'В Алатау','2025-09-02','site','https://example.org/1','1','open','c6166b47c83313fb7c4afc617b3f355f545b6cd4e96d3955b2c970c6c737bf36',44,'ru',0,'',NULL,'','normal');
CREATE TABLE body (
    id INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES article (id)
);
INSERT INTO "body" VALUES(2,'В Алатау построят 𝐀 и дома 🏠
Сообщил Иванов.');
CREATE TABLE claim_place (
    id INTEGER NOT NULL,
    annotation_id INTEGER NOT NULL,
    record_id INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(record_id) REFERENCES claim_record (id)
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
INSERT INTO "claim_role" VALUES(4,0,'speaker',37,43,'Иванов');
INSERT INTO "claim_role" VALUES(4,1,'cue',29,36,'');
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
INSERT INTO "hint" VALUES(6,2,37,43,'PER',0.5);
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
INSERT INTO "label_scheme" VALUES(1,'{
  "labels": [
    {
      "name": "LOC",
      "kind": "entity",
      "key": "2",
      "titles": {
        "ru": "Место"
      },
      "colour": "#aa5500"
    },
    {
      "name": "statement",
      "kind": "claim",
      "key": "1"
    }
  ],
  "options": {
    "name": "value"
  }
}
');
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
INSERT INTO "note" VALUES(5,'проверить 🙂',2,4,'me','2025-06-01T12:00:00+00:00','2025-06-01T12:00:00+00:00');
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
INSERT INTO "step" VALUES(1,'Import “{name}”','{"name":"алатау.txt"}','','2026-11-28T00:38:14.772659+00:00','applied',2,X'787D37CAFE74430B7868EA8378DC08E86B48BE80F15183806649151877C5F1693989E9202F81D24B6E621128A1A665E665166780C580D10432A4A028131890C094017419961C5C5B0B005D5649AC','me','',1,0,2,NULL);
INSERT INTO "step" VALUES(2,'Tag','{}','','2026-11-28T00:38:14.779341+00:00','applied',6,X'787D37CAFE74C31DF060BF1B033D8E296A021205670E083FDA5447E9C2FE8B0D17F65DD874612B90DE71B1E9628FC287F9339B94748C744C80290BE408230323535D03335D03C3104323B404845B2E166419383F412C331B8E110162915BD660B59CDC02A8B616008E57AF1E','me','',1,2,2,NULL);
CREATE TABLE step_article (
    article_id INTEGER NOT NULL,
    step_id INTEGER NOT NULL,
    PRIMARY KEY (article_id, step_id),
    FOREIGN KEY(step_id) REFERENCES step (id)
)
 WITHOUT ROWID;
INSERT INTO "step_article" VALUES(2,1);
INSERT INTO "step_article" VALUES(2,2);
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
CREATE INDEX step_by_state ON step (state, id);
CREATE INDEX annotation_in_text ON annotation (article_id, start, kind, status);
CREATE INDEX ix_claim_place_record_id ON claim_place (record_id);
CREATE INDEX ix_hint_article_id ON hint (article_id);
CREATE INDEX ix_step_article_step_id ON step_article (step_id);
CREATE INDEX ix_verdict_record_id ON verdict (record_id);
CREATE INDEX ix_evidence_verdict_id ON evidence (verdict_id);
CREATE INDEX ix_note_annotation_id ON note (annotation_id);
CREATE INDEX ix_note_article_id ON note (article_id);
COMMIT;
