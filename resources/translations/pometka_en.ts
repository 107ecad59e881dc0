<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>Pometka</name>
  <message numerus="yes">
   <location filename="app/formats/documents/news_feed.py" />
   <source>{n} items without a text are left out.</source>
   <translation>
    <numerusform>{n} item without a text is left out.</numerusform>
    <numerusform>{n} items without a text are left out.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/documents/telegram_export.py" />
   <source>{n} messages without a text are left out.</source>
   <translation>
    <numerusform>{n} message without a text is left out.</numerusform>
    <numerusform>{n} messages without a text are left out.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/exchange/corpora/refi_qda.py" />
   <source>{n} links are left out: they do not join two places of one text.</source>
   <translation>
    <numerusform>{n} link is left out: it does not join two places of one text.</numerusform>
    <numerusform>{n} links are left out: they do not join two places of one text.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/exchange/corpora/refi_qda.py" />
   <source>{n} sources that are no text are left out: {names}.</source>
   <translation>
    <numerusform>{n} source that is no text is left out: {names}.</numerusform>
    <numerusform>{n} sources that are no text are left out: {names}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/exchange/plain/text_files.py" />
   <source>“{name}” holds one article, and {n} were to be written.</source>
   <translation>
    <numerusform>“{name}” holds one article, and {n} was to be written.</numerusform>
    <numerusform>“{name}” holds one article, and {n} were to be written.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/exchange/shared/file_sets.py" />
   <source>{n} files of “{name}” cannot be read. The first: {fault}</source>
   <translation>
    <numerusform>{n} file of “{name}” cannot be read. The first: {fault}</numerusform>
    <numerusform>{n} files of “{name}” cannot be read. The first: {fault}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/exchange/shared/json_texts.py" />
   <source>“{name}”: {n} lines cannot be read (lines {lines}). The first: {reason}</source>
   <translation>
    <numerusform>“{name}”: {n} line cannot be read (line {lines}). The first: {reason}</numerusform>
    <numerusform>“{name}”: {n} lines cannot be read (lines {lines}). The first: {reason}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/pages/pdf_pages.py" />
   <source>{n} characters have no letter in the fonts of the PDF: {sign} stands for them.</source>
   <translation>
    <numerusform>{n} character has no letter in the fonts of the PDF: {sign} stands for it.</numerusform>
    <numerusform>{n} characters have no letter in the fonts of the PDF: {sign} stands for them.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/source/file_text.py" />
   <source>“{name}” has {n} broken characters, shown as “�”.</source>
   <translation>
    <numerusform>“{name}” has {n} broken character, shown as “�”.</numerusform>
    <numerusform>“{name}” has {n} broken characters, shown as “�”.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/source/folders.py" />
   <source>{n} more files in other formats are left out: {kinds}.</source>
   <translation>
    <numerusform>{n} more file in an unsupported format is left out: {kinds}.</numerusform>
    <numerusform>{n} more files in other formats are left out: {kinds}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/tables/table_reader.py" />
   <source>{n} rows without a text are left out: {rows}.</source>
   <translation>
    <numerusform>{n} row without a text is left out: {rows}.</numerusform>
    <numerusform>{n} rows without a text are left out: {rows}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/tables/table_reader.py" />
   <source>{n} rows cannot be read and are left out: {rows}.</source>
   <translation>
    <numerusform>{n} row cannot be read and is left out: {rows}.</numerusform>
    <numerusform>{n} rows cannot be read and are left out: {rows}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/tables/table_reader.py" />
   <source>{n} rows have no date that is understood: {rows}.</source>
   <translation>
    <numerusform>{n} row has no date that is understood: {rows}.</numerusform>
    <numerusform>{n} rows have no date that is understood: {rows}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/tables/table_reader.py" />
   <source>{n} rows have no address that is one: {rows}.</source>
   <translation>
    <numerusform>{n} row has no address that is one: {rows}.</numerusform>
    <numerusform>{n} rows have no address that is one: {rows}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/nlp/pipeline.py" />
   <source>The text is very long: it was tagged in {n} parts.</source>
   <translation>
    <numerusform>The text is very long: it was tagged in {n} part.</numerusform>
    <numerusform>The text is very long: it was tagged in {n} parts.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/nlp/pipeline.py" />
   <source>{n} characters are in neither Russian nor Kazakh: only figures were sought there.</source>
   <translation>
    <numerusform>{n} character is in neither Russian nor Kazakh: only figures were sought there.</numerusform>
    <numerusform>{n} characters are in neither Russian nor Kazakh: only figures were sought there.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/commands/article_actions.py" />
   <source>{n} accepted, article {place} done. {key} takes it back.</source>
   <translation>
    <numerusform>{n} accepted, article {place} done. {key} takes it back.</numerusform>
    <numerusform>{n} accepted, article {place} done. {key} takes it back.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/commands/article_actions.py" />
   <source>Shown ones are done ({shown}). {n} are hidden by the filter. {key} clears it.</source>
   <translation>
    <numerusform>Shown ones are done ({shown}). {n} is hidden by the filter. {key} clears it.</numerusform>
    <numerusform>Shown ones are done ({shown}). {n} are hidden by the filter. {key} clears it.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/commands/article_actions.py" />
   <source>{n} accepted, the article is done. {key} takes it back.</source>
   <translation>
    <numerusform>{n} accepted, the article is done. {key} takes it back.</numerusform>
    <numerusform>{n} accepted, the article is done. {key} takes it back.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/corpus/hit_decisions.py" />
   <source>{n} places</source>
   <translation>
    <numerusform>{n} place</numerusform>
    <numerusform>{n} places</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/corpus/hit_decisions.py" />
   <source>in {n} articles</source>
   <translation>
    <numerusform>in {n} article</numerusform>
    <numerusform>in {n} articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/corpus/ledger/claim_steps.py" />
   <source>{n} places of one claim</source>
   <translation>
    <numerusform>{n} place of one claim</numerusform>
    <numerusform>{n} places of one claim</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/corpus/ledger/ledger_export.py" />
   <source>{n} claims without a verdict</source>
   <translation>
    <numerusform>{n} claim without a verdict</numerusform>
    <numerusform>{n} claims without a verdict</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/corpus/ledger/ledger_export.py" />
   <source>{n} promises, forecasts and demands</source>
   <translation>
    <numerusform>{n} promise, forecast or demand</numerusform>
    <numerusform>{n} promises, forecasts and demands</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/corpus/ledger/ledger_export.py" />
   <source>{n} claims without a public page</source>
   <translation>
    <numerusform>{n} claim without a public page</numerusform>
    <numerusform>{n} claims without a public page</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/corpus/overview/sampling.py" />
   <source>draw a sample of {n}</source>
   <translation>
    <numerusform>draw a sample of {n}</numerusform>
    <numerusform>draw a sample of {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/corpus/register/judging.py" />
   <source>join {n} records to “{name}”</source>
   <translation>
    <numerusform>join {n} record to “{name}”</numerusform>
    <numerusform>join {n} records to “{name}”</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/article_edits.py" />
   <source>remove {n} articles</source>
   <translation>
    <numerusform>remove {n} article</numerusform>
    <numerusform>remove {n} articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/article_edits.py" />
   <source>{n} articles changed. One undo takes all back.</source>
   <translation>
    <numerusform>{n} article changed. One undo takes it back.</numerusform>
    <numerusform>{n} articles changed. One undo takes all back.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/article_edits.py" />
   <source>{n} articles removed. One undo brings them back.</source>
   <translation>
    <numerusform>{n} article removed. One undo brings it back.</numerusform>
    <numerusform>{n} articles removed. One undo brings them back.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/decisions.py" />
   <source>{n} accepted in the selection.</source>
   <translation>
    <numerusform>{n} accepted in the selection.</numerusform>
    <numerusform>{n} accepted in the selection.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/decisions.py" />
   <source>{n} rejected in the selection.</source>
   <translation>
    <numerusform>{n} rejected in the selection.</numerusform>
    <numerusform>{n} rejected in the selection.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/edit_helpers.py" />
   <source>{done}: “{text}” and {n} more: {others}</source>
   <translation>
    <numerusform>{done}: “{text}” and {n} more: {others}</numerusform>
    <numerusform>{done}: “{text}” and {n} more: {others}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/edit_helpers.py" />
   <source>{done}: “{text}” and {n} more</source>
   <translation>
    <numerusform>{done}: “{text}” and {n} more</numerusform>
    <numerusform>{done}: “{text}” and {n} more</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/entity_links.py" />
   <source>{n} mentions</source>
   <translation>
    <numerusform>{n} mention</numerusform>
    <numerusform>{n} mentions</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/repeats/offers.py" />
   <source>{n} more</source>
   <translation>
    <numerusform>{n} more</numerusform>
    <numerusform>{n} more</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/spreading.py" />
   <source>{n} mentions of “{text}” were decided or have another label: they stay as they are.</source>
   <translation>
    <numerusform>{n} mention of “{text}” was decided or has another label: it stays as it is.</numerusform>
    <numerusform>{n} mentions of “{text}” were decided or have another label: they stay as they are.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>mark {n} articles done</source>
   <translation>
    <numerusform>mark {n} article done</numerusform>
    <numerusform>mark {n} articles done</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>open {n} articles again</source>
   <translation>
    <numerusform>open {n} article again</numerusform>
    <numerusform>open {n} articles again</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>skip {n} articles</source>
   <translation>
    <numerusform>skip {n} article</numerusform>
    <numerusform>skip {n} articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>flag {n} articles</source>
   <translation>
    <numerusform>flag {n} article</numerusform>
    <numerusform>flag {n} articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>take the flag off {n} articles</source>
   <translation>
    <numerusform>take the flag off {n} article</numerusform>
    <numerusform>take the flag off {n} articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>tag {n} articles: {words}</source>
   <translation>
    <numerusform>tag {n} article: {words}</numerusform>
    <numerusform>tag {n} articles: {words}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>remove tags of {n} articles: {words}</source>
   <translation>
    <numerusform>remove tags of {n} article: {words}</numerusform>
    <numerusform>remove tags of {n} articles: {words}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>set {n} articles to urgent</source>
   <translation>
    <numerusform>set {n} article to urgent</numerusform>
    <numerusform>set {n} articles to urgent</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>set {n} articles to high priority</source>
   <translation>
    <numerusform>set {n} article to high priority</numerusform>
    <numerusform>set {n} articles to high priority</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>set {n} articles to normal priority</source>
   <translation>
    <numerusform>set {n} article to normal priority</numerusform>
    <numerusform>set {n} articles to normal priority</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>set {n} articles to low priority</source>
   <translation>
    <numerusform>set {n} article to low priority</numerusform>
    <numerusform>set {n} articles to low priority</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/exporting/export_task.py" />
   <source>Exporting “{name}” is not finished: {done} of {n} articles.</source>
   <translation>
    <numerusform>Exporting “{name}” is not finished: {done} of {n} article.</numerusform>
    <numerusform>Exporting “{name}” is not finished: {done} of {n} articles.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/file_reader.py" />
   <source>after {n} articles: {what}</source>
   <translation>
    <numerusform>after {n} article: {what}</numerusform>
    <numerusform>after {n} articles: {what}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/import_messages.py" />
   <source>{n} members of a random sample are not in the project.</source>
   <translation>
    <numerusform>{n} member of a random sample is not in the project.</numerusform>
    <numerusform>{n} members of a random sample are not in the project.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/import_messages.py" />
   <source>“{name}”: “{title}” is a repeat and is left out with its {n} annotations.</source>
   <translation>
    <numerusform>“{name}”: “{title}” is a repeat and is left out with its {n} annotation.</numerusform>
    <numerusform>“{name}”: “{title}” is a repeat and is left out with its {n} annotations.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/import_sections.py" />
   <source>Nearly the same: {n}</source>
   <translation>
    <numerusform>Nearly the same: {n}</numerusform>
    <numerusform>Nearly the same: {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/import_sections.py" />
   <source>Left out or changed: {n}</source>
   <translation>
    <numerusform>Left out or changed: {n}</numerusform>
    <numerusform>Left out or changed: {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/import_sections.py" />
   <source>Known already: {n}</source>
   <translation>
    <numerusform>Known already: {n}</numerusform>
    <numerusform>Known already: {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/import_sections.py" />
   <source>Taken in: {n}</source>
   <translation>
    <numerusform>Taken in: {n}</numerusform>
    <numerusform>Taken in: {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/import_task.py" />
   <source>Importing into “{name}” is not finished: {done} of {n} articles.</source>
   <translation>
    <numerusform>Importing into “{name}” is not finished: {done} of {n} article.</numerusform>
    <numerusform>Importing into “{name}” is not finished: {done} of {n} articles.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/import_task.py" />
   <source>import {n} articles</source>
   <translation>
    <numerusform>import {n} article</numerusform>
    <numerusform>import {n} articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/near_task.py" />
   <source>Comparing the articles of “{name}” is not finished: {done} of {n}.</source>
   <translation>
    <numerusform>Comparing the articles of “{name}” is not finished: {done} of {n}.</numerusform>
    <numerusform>Comparing the articles of “{name}” is not finished: {done} of {n}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/project_merge.py" />
   <source>{n} places of claim records are left out: the file lacks the records.</source>
   <translation>
    <numerusform>{n} place of a claim record is left out: the file lacks the record.</numerusform>
    <numerusform>{n} places of claim records are left out: the file lacks the records.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/tag_task.py" />
   <source>Tagging “{name}” is not finished: {done} of {n} articles.</source>
   <translation>
    <numerusform>Tagging “{name}” is not finished: {done} of {n} article.</numerusform>
    <numerusform>Tagging “{name}” is not finished: {done} of {n} articles.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/tag_task.py" />
   <source>tag {n} articles</source>
   <translation>
    <numerusform>tag {n} article</numerusform>
    <numerusform>tag {n} articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/workbook/compare_task.py" />
   <source>Comparing a workbook with “{name}” is not finished: {done} of {n} articles.</source>
   <translation>
    <numerusform>Comparing a workbook with “{name}” is not finished: {done} of {n} article.</numerusform>
    <numerusform>Comparing a workbook with “{name}” is not finished: {done} of {n} articles.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/workbook/take_task.py" />
   <source>Taking a workbook into “{name}” is not finished: {done} of {n} rows.</source>
   <translation>
    <numerusform>Taking a workbook into “{name}” is not finished: {done} of {n} row.</numerusform>
    <numerusform>Taking a workbook into “{name}” is not finished: {done} of {n} rows.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/workers/cluster_pool.py" />
   <source>The cluster has had no worker for {n} seconds.</source>
   <translation>
    <numerusform>The cluster has had no worker for {n} second.</numerusform>
    <numerusform>The cluster has had no worker for {n} seconds.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/workers/pool.py" />
   <source>it was stopped after {n} seconds without a result.</source>
   <translation>
    <numerusform>it was stopped after {n} second without a result.</numerusform>
    <numerusform>it was stopped after {n} seconds without a result.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/session/project_opening.py" />
   <source>{n} steps can never be saved and were left out.</source>
   <translation>
    <numerusform>{n} step can never be saved and was left out.</numerusform>
    <numerusform>{n} steps can never be saved and were left out.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/session/undo_guard.py" />
   <source>{n} articles</source>
   <translation>
    <numerusform>{n} article</numerusform>
    <numerusform>{n} articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/session/undo_guard.py" />
   <source>{n} annotations</source>
   <translation>
    <numerusform>{n} annotation</numerusform>
    <numerusform>{n} annotations</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/workbook/shown_sheets.py" />
   <source>{n} rows were removed: the sheet only shows what the others hold.</source>
   <translation>
    <numerusform>{n} row was removed: the sheet only shows what the others hold.</numerusform>
    <numerusform>{n} rows were removed: the sheet only shows what the others hold.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/store/files/upgrading.py" />
   <source>“{name}” cannot be brought up to date: {n} rows refer to nothing.</source>
   <translation>
    <numerusform>“{name}” cannot be brought up to date: {n} row refers to nothing.</numerusform>
    <numerusform>“{name}” cannot be brought up to date: {n} rows refer to nothing.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/store/history/stored_steps.py" />
   <source>import {n} files</source>
   <translation>
    <numerusform>import {n} file</numerusform>
    <numerusform>import {n} files</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/article/voice.py" />
   <source>{n} more decided together</source>
   <translation>
    <numerusform>{n} more decided together</numerusform>
    <numerusform>{n} more decided together</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/article/voice.py" />
   <source>{n} more when accepted</source>
   <translation>
    <numerusform>{n} more when accepted</numerusform>
    <numerusform>{n} more when accepted</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/base/texts/near_words.py" />
   <source>Nearly the same as “{title}” ({percent} %) and {n} more</source>
   <translation>
    <numerusform>Nearly the same as “{title}” ({percent} %) and {n} more</numerusform>
    <numerusform>Nearly the same as “{title}” ({percent} %) and {n} more</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/base/texts/sizes.py" />
   <source>{n} bytes</source>
   <translation>
    <numerusform>{n} byte</numerusform>
    <numerusform>{n} bytes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/backups.py" />
   <source>{n} notes</source>
   <translation>
    <numerusform>{n} note</numerusform>
    <numerusform>{n} notes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/file_work.py" />
   <source>{n} keys were pressed meanwhile and did nothing.</source>
   <translation>
    <numerusform>{n} key was pressed meanwhile and did nothing.</numerusform>
    <numerusform>{n} keys were pressed meanwhile and did nothing.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>{n} changes are left out</source>
   <translation>
    <numerusform>{n} change is left out</numerusform>
    <numerusform>{n} changes are left out</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>{n} other changes</source>
   <translation>
    <numerusform>{n} other change</numerusform>
    <numerusform>{n} other changes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>{n} articles come back</source>
   <translation>
    <numerusform>{n} article comes back</numerusform>
    <numerusform>{n} articles come back</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>{n} articles go</source>
   <translation>
    <numerusform>{n} article goes</numerusform>
    <numerusform>{n} articles go</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>{n} annotations come back</source>
   <translation>
    <numerusform>{n} annotation comes back</numerusform>
    <numerusform>{n} annotations come back</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>{n} annotations go</source>
   <translation>
    <numerusform>{n} annotation goes</numerusform>
    <numerusform>{n} annotations go</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>{n} annotations change</source>
   <translation>
    <numerusform>{n} annotation changes</numerusform>
    <numerusform>{n} annotations change</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/importing.py" />
   <source>and {n} more</source>
   <translation>
    <numerusform>and {n} more</numerusform>
    <numerusform>and {n} more</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/ledger/exporting.py" />
   <source>{n} reviews can be written into {name}.</source>
   <translation>
    <numerusform>{n} review can be written into {name}.</numerusform>
    <numerusform>{n} reviews can be written into {name}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/ledger/exporting.py" />
   <source>{n} claims</source>
   <translation>
    <numerusform>{n} claim</numerusform>
    <numerusform>{n} claims</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/ledger/exporting.py" />
   <source>{n} reviews</source>
   <translation>
    <numerusform>{n} review</numerusform>
    <numerusform>{n} reviews</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/ledger/pages/time_line_page.py" />
   <source>{n} overdue</source>
   <translation>
    <numerusform>{n} overdue</numerusform>
    <numerusform>{n} overdue</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>{n} ticked</source>
   <translation>
    <numerusform>{n} ticked</numerusform>
    <numerusform>{n} ticked</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>{n} d</source>
   <translation>
    <numerusform>{n} d</numerusform>
    <numerusform>{n} d</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/marks/window.py" />
   <source>{n} articles change</source>
   <translation>
    <numerusform>{n} article changes</numerusform>
    <numerusform>{n} articles change</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/marks/window.py" />
   <source>Change {n} articles</source>
   <translation>
    <numerusform>Change {n} article</numerusform>
    <numerusform>Change {n} articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/marks/window.py" />
   <source>{n} are so already</source>
   <translation>
    <numerusform>{n} is so already</numerusform>
    <numerusform>{n} are so already</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/marks/window.py" />
   <source>{n} annotations in them stay open: nobody decided them.</source>
   <translation>
    <numerusform>{n} annotation in them stays open: nobody decided it.</numerusform>
    <numerusform>{n} annotations in them stay open: nobody decided them.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} articles done</source>
   <translation>
    <numerusform>{n} article done</numerusform>
    <numerusform>{n} articles done</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} open</source>
   <translation>
    <numerusform>{n} open</numerusform>
    <numerusform>{n} open</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} drawn of {all}</source>
   <translation>
    <numerusform>{n} drawn of {all}</numerusform>
    <numerusform>{n} drawn of {all}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} decided</source>
   <translation>
    <numerusform>{n} decided</numerusform>
    <numerusform>{n} decided</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} count, without a gap from the first drawn</source>
   <translation>
    <numerusform>{n} counts, without a gap from the first drawn</numerusform>
    <numerusform>{n} count, without a gap from the first drawn</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} entities</source>
   <translation>
    <numerusform>{n} entity</numerusform>
    <numerusform>{n} entities</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} sources</source>
   <translation>
    <numerusform>{n} source</numerusform>
    <numerusform>{n} sources</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} names</source>
   <translation>
    <numerusform>{n} name</numerusform>
    <numerusform>{n} names</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} skipped</source>
   <translation>
    <numerusform>{n} skipped</numerusform>
    <numerusform>{n} skipped</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{rate} a day in the last {n} days</source>
   <translation>
    <numerusform>{rate} a day in the last {n} day</numerusform>
    <numerusform>{rate} a day in the last {n} days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} done without a known day</source>
   <translation>
    <numerusform>{n} done without a known day</numerusform>
    <numerusform>{n} done without a known day</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} of them fit the filter</source>
   <translation>
    <numerusform>{n} of them fits the filter</numerusform>
    <numerusform>{n} of them fit the filter</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} gone or skipped</source>
   <translation>
    <numerusform>{n} gone or skipped</numerusform>
    <numerusform>{n} gone or skipped</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/problems.py" />
   <source>{n} more errors came meanwhile.</source>
   <translation>
    <numerusform>{n} more error came meanwhile.</numerusform>
    <numerusform>{n} more errors came meanwhile.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/register/records_page.py" />
   <source>{n} records</source>
   <translation>
    <numerusform>{n} record</numerusform>
    <numerusform>{n} records</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/register/review_page.py" />
   <source>{n} pairs left</source>
   <translation>
    <numerusform>{n} pair left</numerusform>
    <numerusform>{n} pairs left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} articles of a random sample hide their pre-tags until they are done</source>
   <translation>
    <numerusform>{n} article of a random sample hides its pre-tags until it is done</numerusform>
    <numerusform>{n} articles of a random sample hide their pre-tags until they are done</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} least certain</source>
   <translation>
    <numerusform>{n} least certain</numerusform>
    <numerusform>{n} least certain</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} left out</source>
   <translation>
    <numerusform>{n} left out</numerusform>
    <numerusform>{n} left out</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} left</source>
   <translation>
    <numerusform>{n} left</numerusform>
    <numerusform>{n} left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} at random (seed {seed})</source>
   <translation>
    <numerusform>{n} at random (seed {seed})</numerusform>
    <numerusform>{n} at random (seed {seed})</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} in skipped articles</source>
   <translation>
    <numerusform>{n} in skipped articles</numerusform>
    <numerusform>{n} in skipped articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} were decided elsewhere meanwhile</source>
   <translation>
    <numerusform>{n} was decided elsewhere meanwhile</numerusform>
    <numerusform>{n} were decided elsewhere meanwhile</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} in skipped articles are left out</source>
   <translation>
    <numerusform>{n} in skipped articles is left out</numerusform>
    <numerusform>{n} in skipped articles are left out</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} accepted</source>
   <translation>
    <numerusform>{n} accepted</numerusform>
    <numerusform>{n} accepted</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} corrected</source>
   <translation>
    <numerusform>{n} corrected</numerusform>
    <numerusform>{n} corrected</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} rejected</source>
   <translation>
    <numerusform>{n} rejected</numerusform>
    <numerusform>{n} rejected</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/page.py" />
   <source>{n} more of this name follow</source>
   <translation>
    <numerusform>{n} more of this name follows</numerusform>
    <numerusform>{n} more of this name follow</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/scheme/removing.py" />
   <source>{n} annotations have it, {articles}.</source>
   <translation>
    <numerusform>{n} annotation has it, {articles}.</numerusform>
    <numerusform>{n} annotations have it, {articles}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/unsaved.py" />
   <source>{n} changes were taken back; everything else is kept.</source>
   <translation>
    <numerusform>{n} change was taken back; everything else is kept.</numerusform>
    <numerusform>{n} changes were taken back; everything else is kept.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/unsaved.py" />
   <source>{n} changes are kept in memory only.</source>
   <translation>
    <numerusform>{n} change is kept in memory only.</numerusform>
    <numerusform>{n} changes are kept in memory only.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/workbook/window.py" />
   <source>Take in {n} rows</source>
   <translation>
    <numerusform>Take in {n} row</numerusform>
    <numerusform>Take in {n} rows</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>{shown} of {n} articles</source>
   <translation>
    <numerusform>{shown} of {n} article</numerusform>
    <numerusform>{shown} of {n} articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/panels/articles/article_rows.py" />
   <source>{n} ent.</source>
   <translation>
    <numerusform>{n} ent.</numerusform>
    <numerusform>{n} ent.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/panels/articles/article_rows.py" />
   <source>{n} cl.</source>
   <translation>
    <numerusform>{n} claim</numerusform>
    <numerusform>{n} claims</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/panels/articles/article_rows.py" />
   <source>{n} no.</source>
   <translation>
    <numerusform>{n} note</numerusform>
    <numerusform>{n} notes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/panels/articles/article_rows.py" />
   <source>{n} left to decide</source>
   <translation>
    <numerusform>{n} left to decide</numerusform>
    <numerusform>{n} left to decide</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/background_tasks.py" />
   <source>{n} articles tagged</source>
   <translation>
    <numerusform>{n} article tagged</numerusform>
    <numerusform>{n} articles tagged</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/background_tasks.py" />
   <source>Tagging “{name}” was cancelled: undo took back {n} articles.</source>
   <translation>
    <numerusform>Tagging “{name}” was cancelled: undo took back {n} article.</numerusform>
    <numerusform>Tagging “{name}” was cancelled: undo took back {n} articles.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/background_tasks.py" />
   <source>Tagging “{name}” stopped after {n} articles.</source>
   <translation>
    <numerusform>Tagging “{name}” stopped after {n} article.</numerusform>
    <numerusform>Tagging “{name}” stopped after {n} articles.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/exports/exports.py" />
   <source>As filtered in the list: {n} articles</source>
   <translation>
    <numerusform>As filtered in the list: {n} article</numerusform>
    <numerusform>As filtered in the list: {n} articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/exports/exports.py" />
   <source>All: {n} articles</source>
   <translation>
    <numerusform>All: {n} article</numerusform>
    <numerusform>All: {n} articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/exports/prints.py" />
   <source>{n} pages printed: “{name}”</source>
   <translation>
    <numerusform>{n} page printed: “{name}”</numerusform>
    <numerusform>{n} pages printed: “{name}”</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/folder_watching.py" />
   <source>“{folder}”: {n} articles came.</source>
   <translation>
    <numerusform>“{folder}”: {n} article came.</numerusform>
    <numerusform>“{folder}”: {n} articles came.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/imports/workbooks.py" />
   <source>{n} rows taken in from “{name}”</source>
   <translation>
    <numerusform>{n} row taken in from “{name}”</numerusform>
    <numerusform>{n} rows taken in from “{name}”</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/reports.py" />
   <source>{n} articles compared</source>
   <translation>
    <numerusform>{n} article compared</numerusform>
    <numerusform>{n} articles compared</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/reports.py" />
   <source>{n} nearly the same as others</source>
   <translation>
    <numerusform>{n} nearly the same as another</numerusform>
    <numerusform>{n} nearly the same as others</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/reports.py" />
   <source>Import into “{name}” was cancelled: undo took back {n} articles.</source>
   <translation>
    <numerusform>Import into “{name}” was cancelled: undo took back {n} article.</numerusform>
    <numerusform>Import into “{name}” was cancelled: undo took back {n} articles.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/reports.py" />
   <source>Import into “{name}” stopped after {n} articles</source>
   <translation>
    <numerusform>Import into “{name}” stopped after {n} article</numerusform>
    <numerusform>Import into “{name}” stopped after {n} articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/reports.py" />
   <source>{n} articles imported</source>
   <translation>
    <numerusform>{n} article imported</numerusform>
    <numerusform>{n} articles imported</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/reports.py" />
   <source>{n} were there from the run that stopped</source>
   <translation>
    <numerusform>{n} was there from the run that stopped</numerusform>
    <numerusform>{n} were there from the run that stopped</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/reports.py" />
   <source>{n} known already</source>
   <translation>
    <numerusform>{n} known already</numerusform>
    <numerusform>{n} known already</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/reports.py" />
   <source>{n} of them hidden by the filter</source>
   <translation>
    <numerusform>{n} of them hidden by the filter</numerusform>
    <numerusform>{n} of them hidden by the filter</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/tasks.py" />
   <source>about {n} minutes left</source>
   <translation>
    <numerusform>about {n} minute left</numerusform>
    <numerusform>about {n} minutes left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/tasks.py" />
   <source>about {n} seconds left</source>
   <translation>
    <numerusform>about {n} second left</numerusform>
    <numerusform>about {n} seconds left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/prompts/concordance/panel.py" />
   <source>{ticked} · {n} not ticked</source>
   <translation>
    <numerusform>{ticked} · {n} not ticked</numerusform>
    <numerusform>{ticked} · {n} not ticked</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/prompts/entity_chooser.py" />
   <source>Enter: all {n} equal mentions</source>
   <translation>
    <numerusform>Enter: all {n} equal mentions</numerusform>
    <numerusform>Enter: all {n} equal mentions</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/prompts/search/hits_page.py" />
   <source>{n} places copied, as a table for Excel</source>
   <translation>
    <numerusform>{n} place copied, as a table for Excel</numerusform>
    <numerusform>{n} places copied, as a table for Excel</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/prompts/search/panel.py" />
   <source>{n} in the queue</source>
   <translation>
    <numerusform>{n} in the queue</numerusform>
    <numerusform>{n} in the queue</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/prompts/search/search_run.py" />
   <source>{n} articles fit</source>
   <translation>
    <numerusform>{n} article fits</numerusform>
    <numerusform>{n} articles fit</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/shell/commands/clipboard.py" />
   <source>{n} annotations copied, as a table for Excel</source>
   <translation>
    <numerusform>{n} annotation copied, as a table for Excel</numerusform>
    <numerusform>{n} annotations copied, as a table for Excel</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>{done} of {all} done · {n} left here</source>
   <translation>
    <numerusform>{done} of {all} done · {n} left here</numerusform>
    <numerusform>{done} of {all} done · {n} left here</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>{key}: {n} more</source>
   <translation>
    <numerusform>{key}: {n} more</numerusform>
    <numerusform>{key}: {n} more</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>{n} likely misses unseen</source>
   <translation>
    <numerusform>{n} likely miss unseen</numerusform>
    <numerusform>{n} likely misses unseen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>{n} hidden by the filter</source>
   <translation>
    <numerusform>{n} hidden by the filter</numerusform>
    <numerusform>{n} hidden by the filter</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>{n} hidden</source>
   <translation>
    <numerusform>{n} hidden</numerusform>
    <numerusform>{n} hidden</numerusform>
   </translation>
  </message>
 </context>
</TS>
