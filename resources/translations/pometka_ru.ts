<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>Pometka</name>
  <message>
   <location filename="app/core/scheme.py" />
   <source>“{name}” is not a label scheme: {fault}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="app/core/scheme.py" />
   <source>Save a scheme from the program to see the form.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="app/core/scheme.py" />
   <source>“{name}” names {what} twice.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="app/core/scheme.py" />
   <source>Give each label its own.</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>
