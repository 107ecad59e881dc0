<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>Pometka</name>
  <message numerus="yes">
   <location filename="app/formats/loading.py" />
   <source>“{name}” has {n} broken characters, shown as “�”.</source>
   <translation>
    <numerusform>“{name}” has {n} broken character, shown as “�”.</numerusform>
    <numerusform>“{name}” has {n} broken characters, shown as “�”.</numerusform>
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
   <location filename="app/ui/docks/article_rows.py" />
   <source>{n} entities</source>
   <translation>
    <numerusform>{n} entity</numerusform>
    <numerusform>{n} entities</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/docks/article_rows.py" />
   <source>{n} claims</source>
   <translation>
    <numerusform>{n} claim</numerusform>
    <numerusform>{n} claims</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/docks/article_rows.py" />
   <source>{n} notes</source>
   <translation>
    <numerusform>{n} note</numerusform>
    <numerusform>{n} notes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/docks/article_rows.py" />
   <source>{n} ent.</source>
   <translation>
    <numerusform>{n} ent.</numerusform>
    <numerusform>{n} ent.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/docks/article_rows.py" />
   <source>{n} cl.</source>
   <translation>
    <numerusform>{n} claim</numerusform>
    <numerusform>{n} claims</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/docks/article_rows.py" />
   <source>{n} no.</source>
   <translation>
    <numerusform>{n} note</numerusform>
    <numerusform>{n} notes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/docks/article_rows.py" />
   <source>{n} left to decide</source>
   <translation>
    <numerusform>{n} left to decide</numerusform>
    <numerusform>{n} left to decide</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/docks/articles.py" />
   <source>{n} articles</source>
   <translation>
    <numerusform>{n} article</numerusform>
    <numerusform>{n} articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/docks/articles.py" />
   <source>{shown} of {n} articles</source>
   <translation>
    <numerusform>{shown} of {n} article</numerusform>
    <numerusform>{shown} of {n} articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/prompts.py" />
   <source>{n} mentions</source>
   <translation>
    <numerusform>{n} mention</numerusform>
    <numerusform>{n} mentions</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/spread_preview.py" />
   <source>{n} mentions in {articles} articles</source>
   <translation>
    <numerusform>{n} mention (articles: {articles})</numerusform>
    <numerusform>{n} mentions (articles: {articles})</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/status.py" />
   <source>{n} more decided together</source>
   <translation>
    <numerusform>{n} more decided together</numerusform>
    <numerusform>{n} more decided together</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/tasks.py" />
   <source>about {n} minutes left</source>
   <translation>
    <numerusform>about {n} minute left</numerusform>
    <numerusform>about {n} minutes left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/tasks.py" />
   <source>about {n} seconds left</source>
   <translation>
    <numerusform>about {n} second left</numerusform>
    <numerusform>about {n} seconds left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/work.py" />
   <source>{n} articles imported</source>
   <translation>
    <numerusform>{n} article imported</numerusform>
    <numerusform>{n} articles imported</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/work.py" />
   <source>{n} articles tagged</source>
   <translation>
    <numerusform>{n} article tagged</numerusform>
    <numerusform>{n} articles tagged</numerusform>
   </translation>
  </message>
 </context>
</TS>
