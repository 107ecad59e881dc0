<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>Pometka</name>
  <message>
   <location filename="app/cli/exports/choices.py" />
   <source>There is no workbook in “{name}”.</source>
   <translation>Книги на языке «{name}» нет.</translation>
  </message>
  <message>
   <location filename="app/cli/exports/choices.py" />
   <source>Choose one of: {names}.</source>
   <translation>Выберите из: {names}.</translation>
  </message>
  <message>
   <location filename="app/cli/exports/choices.py" />
   <source>Unknown content “{name}”.</source>
   <translation>«{name}» — не содержание файла.</translation>
  </message>
  <message>
   <location filename="app/cli/exports/choices.py" />
   <source>“{name}” is no part of a text.</source>
   <translation>«{name}» — не часть текста.</translation>
  </message>
  <message>
   <location filename="app/cli/exports/choices.py" />
   <source>Write it as 120:480.</source>
   <translation>Запишите так: 120:480.</translation>
  </message>
  <message>
   <location filename="app/cli/exports/choices.py" />
   <source>A part is of one article.</source>
   <translation>Часть берётся из одной статьи.</translation>
  </message>
  <message>
   <location filename="app/cli/exports/choices.py" />
   <source>Name the article with --articles.</source>
   <translation>Назовите статью: --articles.</translation>
  </message>
  <message>
   <location filename="app/cli/exports/choices.py" />
   <source>A file of the format “{name}” holds whole articles.</source>
   <translation>Файл формата «{name}» содержит статьи целиком.</translation>
  </message>
  <message>
   <location filename="app/cli/exports/choices.py" />
   <source>Write the part as html, docx or pdf.</source>
   <translation>Запишите часть как html, docx или pdf.</translation>
  </message>
  <message>
   <location filename="app/cli/exports/choices.py" />
   <source>“{name}” is no key of an article.</source>
   <translation>«{name}» — не ключ статьи.</translation>
  </message>
  <message>
   <location filename="app/cli/exports/choices.py" />
   <source>Use the keys of a workbook's sheet of articles.</source>
   <translation>Возьмите ключи с листа «Статьи» в выгруженной книге.</translation>
  </message>
  <message>
   <location filename="app/cli/exports/choices.py" />
   <source>The project has no article with the number {number}.</source>
   <translation>В проекте нет статьи с номером {number}.</translation>
  </message>
  <message>
   <location filename="app/cli/exports/choices.py" />
   <source>Unknown status in “{name}”.</source>
   <translation>В «{name}» есть неизвестное решение.</translation>
  </message>
  <message>
   <location filename="app/cli/exports/choices.py" />
   <source>“{name}” is not a date.</source>
   <translation>«{name}» — не дата.</translation>
  </message>
  <message>
   <location filename="app/cli/exports/choices.py" />
   <source>Write it as 2025-09-02.</source>
   <translation>Напишите её так: 2025-09-02.</translation>
  </message>
  <message>
   <location filename="app/cli/exports/choices.py" />
   <source>There is no label “{name}”.</source>
   <translation>Нет метки «{name}».</translation>
  </message>
  <message>
   <location filename="app/cli/imports/headless.py" />
   <source>No project was created: “{name}” does not exist.</source>
   <translation>Проект не создан: «{name}» не существует.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/headless.py" />
   <source>Check the name.</source>
   <translation>Проверьте имя.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/importing.py" />
   <source>Nothing to read in: {paths}.</source>
   <translation>Нечего читать: {paths}.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/importing.py" />
   <source>Name files of articles, or a folder with such files; `pometka --help` lists the commands.</source>
   <translation>Укажите файлы статей или папку с такими файлами; `pometka --help` перечисляет команды.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/returning.py" />
   <source>“{name}” is no workbook that Pometka wrote: --accept, --delete-missing and --clear-empty are for these alone.</source>
   <translation>«{name}» — не книга Pometka: --accept, --delete-missing и --clear-empty относятся только к таким книгам.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/returning.py" />
   <source>Leave the options out to import its articles, or export a workbook and change that one.</source>
   <translation>Чтобы взять статьи, уберите эти параметры; чтобы вернуть правки, выгрузите книгу и правьте её.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/returning.py" />
   <source>“{name}” was not found: a workbook comes back into the project that it was exported from.</source>
   <translation>Файл «{name}» не найден: книга Excel возвращается в тот проект, из которого её выгрузили.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/returning.py" />
   <source>Check the name of the project.</source>
   <translation>Проверьте имя проекта.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/returning.py" />
   <source>Only one workbook that Pometka wrote can be taken in with --accept, --delete-missing or --clear-empty.</source>
   <translation>С --accept, --delete-missing и --clear-empty принимается только одна книга Pometka.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/returning.py" />
   <source>Import it alone, and the other files without these options.</source>
   <translation>Импортируйте её отдельно, а остальные файлы — без этих параметров.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/returning.py" />
   <source>“{name}” was not found.</source>
   <translation>«{name}» не найден.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/returning.py" />
   <source>Check the name of the workbook.</source>
   <translation>Проверьте имя книги.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/returning.py" />
   <source>“{name}” is a workbook that Pometka wrote: --map, --sheet, --separator and --encoding are for articles.</source>
   <translation>«{name}» — книга, которую записала Pometka: --map, --sheet, --separator и --encoding нужны для статей.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/returning.py" />
   <source>Leave these options out to take in what was changed in the workbook.</source>
   <translation>Уберите эти параметры, чтобы вернуть правки из книги.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/table_options.py" />
   <source>“{sign}” is not a separator.</source>
   <translation>«{sign}» — не разделитель.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/table_options.py" />
   <source>Give one sign, such as ; or |, or the word tab.</source>
   <translation>Укажите один знак, например ; или |, либо слово tab.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/table_options.py" />
   <source>--map names no column.</source>
   <translation>--map не называет ни одного столбца.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/table_options.py" />
   <source>Write FIELD=COLUMN, as in --map {example}. The fields are: {fields}.</source>
   <translation>Пишите ПОЛЕ=СТОЛБЕЦ, например --map {example}. Поля: {fields}.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/table_options.py" />
   <source>There is no encoding “{name}”.</source>
   <translation>Нет кодировки «{name}».</translation>
  </message>
  <message>
   <location filename="app/cli/imports/table_options.py" />
   <source>Name one such as utf-8, cp1251, koi8-r or utf-16.</source>
   <translation>Укажите, например, utf-8, cp1251, koi8-r или utf-16.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/unfinished_file.py" />
   <source>The files have changed since “{name}” was begun.</source>
   <translation>Файлы изменились с тех пор, как «{name}» начали записывать.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/unfinished_file.py" />
   <source>Remove {path}, and start the command again.</source>
   <translation>Удалите {path} и запустите команду снова.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/watching.py" />
   <source>“{name}” is no folder.</source>
   <translation>«{name}» не папка.</translation>
  </message>
  <message>
   <location filename="app/cli/imports/watching.py" />
   <source>Name the folder that new articles are saved into.</source>
   <translation>Укажите папку, в которую сохраняются новые статьи.</translation>
  </message>
  <message>
   <location filename="app/cli/overview_stats.py" />
   <source>The index of “{name}” cannot be read.</source>
   <translation>Указатель проекта «{name}» не читается.</translation>
  </message>
  <message>
   <location filename="app/cli/overview_stats.py" />
   <source>Try again.</source>
   <translation>Повторите.</translation>
  </message>
  <message>
   <location filename="app/cli/overview_stats.py" />
   <source>There is no picture “{name}”.</source>
   <translation>Картины «{name}» нет.</translation>
  </message>
  <message>
   <location filename="app/cli/overview_stats.py" />
   <source>They are: {names}.</source>
   <translation>Есть: {names}.</translation>
  </message>
  <message>
   <location filename="app/cli/program.py" />
   <source>Wrong command line: {what}</source>
   <translation>Неверная командная строка: {what}</translation>
  </message>
  <message>
   <location filename="app/cli/program.py" />
   <source>`pometka --help` lists the commands, `pometka COMMAND --help` the options of one.</source>
   <translation>`pometka --help` перечисляет команды, `pometka КОМАНДА --help` — параметры одной из них.</translation>
  </message>
  <message>
   <location filename="app/cli/searching.py" />
   <source>Remove {index} and search again.</source>
   <translation>Удалите {index} и повторите поиск.</translation>
  </message>
  <message>
   <location filename="app/core/files/fault_reasons.py" />
   <source>the disk is full</source>
   <translation>на диске нет места</translation>
  </message>
  <message>
   <location filename="app/core/files/fault_reasons.py" />
   <source>the disk reports an error</source>
   <translation>диск сообщает об ошибке</translation>
  </message>
  <message>
   <location filename="app/core/files/fault_reasons.py" />
   <source>the disk or folder is read-only</source>
   <translation>диск или папка только для чтения</translation>
  </message>
  <message>
   <location filename="app/core/files/fault_reasons.py" />
   <source>it cannot be opened</source>
   <translation>он не открывается</translation>
  </message>
  <message>
   <location filename="app/core/files/fault_reasons.py" />
   <source>another program holds it</source>
   <translation>он занят другой программой</translation>
  </message>
  <message>
   <location filename="app/core/files/fault_reasons.py" />
   <source>its content is damaged</source>
   <translation>содержимое повреждено</translation>
  </message>
  <message>
   <location filename="app/core/files/fault_reasons.py" />
   <source>it is not a database</source>
   <translation>это не база данных</translation>
  </message>
  <message>
   <location filename="app/core/files/fault_reasons.py" />
   <source>it refers to something that is not there</source>
   <translation>есть ссылка на то, чего нет</translation>
  </message>
  <message>
   <location filename="app/core/files/fault_reasons.py" />
   <source>it was interrupted</source>
   <translation>работа прервана</translation>
  </message>
  <message>
   <location filename="app/core/files/fault_reasons.py" />
   <source>there is not enough memory</source>
   <translation>не хватает памяти</translation>
  </message>
  <message>
   <location filename="app/core/files/system_errors.py" />
   <source>it is not there</source>
   <translation>его нет на месте</translation>
  </message>
  <message>
   <location filename="app/core/files/system_errors.py" />
   <source>you may not open it</source>
   <translation>нет прав на его открытие</translation>
  </message>
  <message>
   <location filename="app/core/files/system_errors.py" />
   <source>it is a folder</source>
   <translation>это папка</translation>
  </message>
  <message>
   <location filename="app/core/files/system_errors.py" />
   <source>what should be a folder is a file</source>
   <translation>вместо папки стоит файл</translation>
  </message>
  <message>
   <location filename="app/core/files/system_errors.py" />
   <source>it is a link that leads nowhere</source>
   <translation>это ссылка, которая никуда не ведёт</translation>
  </message>
  <message>
   <location filename="app/core/files/system_errors.py" />
   <source>its name is too long</source>
   <translation>слишком длинное имя</translation>
  </message>
  <message>
   <location filename="app/core/files/system_errors.py" />
   <source>too many files are open</source>
   <translation>открыто слишком много файлов</translation>
  </message>
  <message>
   <location filename="app/core/files/system_errors.py" />
   <source>the disk or network does not answer</source>
   <translation>диск или сеть не отвечает</translation>
  </message>
  <message>
   <location filename="app/core/files/unwritable.py" />
   <source>“{name}” in “{folder}” cannot be written: {reason}.</source>
   <translation>«{name}» в папке «{folder}» не удаётся записать: {reason}.</translation>
  </message>
  <message>
   <location filename="app/core/files/unwritable.py" />
   <source>Check that the folder is there, that you may write into it and that the disk is not full.</source>
   <translation>Проверьте, что папка существует, доступна для записи и на диске есть место.</translation>
  </message>
  <message>
   <location filename="app/core/files/unwritable.py" />
   <source>Open it for reading only, or copy it to a folder of your own.</source>
   <translation>Откройте его только для чтения или скопируйте в свою папку.</translation>
  </message>
  <message>
   <location filename="app/core/json/errors.py" />
   <source>{what}, line {line}, column {column}</source>
   <translation>{what}, строка {line}, символ {column}</translation>
  </message>
  <message>
   <location filename="app/core/json/errors.py" />
   <source>it is nested too deeply</source>
   <translation>слишком глубокая вложенность</translation>
  </message>
  <message>
   <location filename="app/core/json/errors.py" />
   <source>{what}, column {column}</source>
   <translation>{what}, символ {column}</translation>
  </message>
  <message>
   <location filename="app/core/json/errors.py" />
   <source>Expecting value</source>
   <translation>ожидается значение</translation>
  </message>
  <message>
   <location filename="app/core/json/errors.py" />
   <source>Expecting property name enclosed in double quotes</source>
   <translation>ожидается имя поля в двойных кавычках</translation>
  </message>
  <message>
   <location filename="app/core/json/errors.py" />
   <source>Expecting ':' delimiter</source>
   <translation>ожидается двоеточие</translation>
  </message>
  <message>
   <location filename="app/core/json/errors.py" />
   <source>Expecting ',' delimiter</source>
   <translation>ожидается запятая</translation>
  </message>
  <message>
   <location filename="app/core/json/errors.py" />
   <source>Illegal trailing comma before end of object</source>
   <translation>лишняя запятая в конце объекта</translation>
  </message>
  <message>
   <location filename="app/core/json/errors.py" />
   <source>Illegal trailing comma before end of array</source>
   <translation>лишняя запятая в конце списка</translation>
  </message>
  <message>
   <location filename="app/core/json/errors.py" />
   <source>Unterminated string starting at</source>
   <translation>строка не закрыта кавычкой</translation>
  </message>
  <message>
   <location filename="app/core/json/errors.py" />
   <source>Invalid control character at</source>
   <translation>недопустимый управляющий символ</translation>
  </message>
  <message>
   <location filename="app/core/json/errors.py" />
   <source>Invalid \escape</source>
   <translation>недопустимая последовательность с обратной чертой</translation>
  </message>
  <message>
   <location filename="app/core/json/errors.py" />
   <source>Invalid \uXXXX escape</source>
   <translation>недопустимый код символа \uXXXX</translation>
  </message>
  <message>
   <location filename="app/core/json/errors.py" />
   <source>Extra data</source>
   <translation>лишнее после конца</translation>
  </message>
  <message>
   <location filename="app/core/json/errors.py" />
   <source>Unexpected UTF-8 BOM (decode using utf-8-sig)</source>
   <translation>в начале стоит метка порядка байтов</translation>
  </message>
  <message>
   <location filename="app/core/json/errors.py" />
   <source>a number in it is too long</source>
   <translation>в нём слишком длинное число</translation>
  </message>
  <message>
   <location filename="app/core/json/shapes.py" />
   <source>{place}: {reason}</source>
   <translation>{place}: {reason}</translation>
  </message>
  <message>
   <location filename="app/core/json/shapes.py" />
   <source>must be a text</source>
   <translation>здесь должен быть текст</translation>
  </message>
  <message>
   <location filename="app/core/json/shapes.py" />
   <source>holds a character that no text can have</source>
   <translation>здесь недопустимый символ</translation>
  </message>
  <message>
   <location filename="app/core/json/shapes.py" />
   <source>must not be empty</source>
   <translation>не должно быть пустым</translation>
  </message>
  <message>
   <location filename="app/core/json/shapes.py" />
   <source>must be a colour such as “#4477aa”</source>
   <translation>здесь должен быть цвет, например «#4477aa»</translation>
  </message>
  <message>
   <location filename="app/core/json/shapes.py" />
   <source>must be an object</source>
   <translation>здесь должен быть объект</translation>
  </message>
  <message>
   <location filename="app/core/json/shapes.py" />
   <source>“{field}” is named twice in one object</source>
   <translation>поле «{field}» названо в одном объекте дважды</translation>
  </message>
  <message>
   <location filename="app/core/json/shapes.py" />
   <source>it is not JSON ({reason})</source>
   <translation>это не JSON ({reason})</translation>
  </message>
  <message>
   <location filename="app/core/json/shapes.py" />
   <source>must be one of {values}</source>
   <translation>допустимо одно из: {values}</translation>
  </message>
  <message>
   <location filename="app/core/json/shapes.py" />
   <source>must be a list</source>
   <translation>здесь должен быть список</translation>
  </message>
  <message>
   <location filename="app/core/json/shapes.py" />
   <source>is not known</source>
   <translation>неизвестное поле</translation>
  </message>
  <message>
   <location filename="app/core/json/shapes.py" />
   <source>is missing</source>
   <translation>поля не хватает</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>{what}, character {number}</source>
   <translation>{what}, знак {number}</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>“{name}” is never “{value}”.</source>
   <translation>В поле «{name}» не бывает «{value}».</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>It is one of {values}.</source>
   <translation>Возможные значения: {values}.</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>{words_en}</source>
   <translation>{words_ru}</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>Hits cannot be sorted by “{value}”.</source>
   <translation>Нет порядка «{value}».</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>“{value}” is no size of a sample.</source>
   <translation>«{value}» не размер выборки.</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>Write 50, or 50/7 with a seed; at most {most}.</source>
   <translation>Напишите 50 или 50/7 с номером выборки; не больше {most}.</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>a bracket is not closed</source>
   <translation>скобка не закрыта</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>a bracket was not opened</source>
   <translation>лишняя закрывающая скобка</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>a square bracket is not closed</source>
   <translation>квадратная скобка не закрыта</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>there is nothing to repeat</source>
   <translation>нечего повторять</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>it repeats twice</source>
   <translation>два знака повторения подряд</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>nothing is known by this backslash</source>
   <translation>неизвестный знак после обратной черты</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>a range of characters runs backwards</source>
   <translation>диапазон знаков идёт в обратную сторону</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>it repeats at most less often than at least</source>
   <translation>наибольшее число повторений меньше наименьшего</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>what is looked for before has no fixed length</source>
   <translation>у того, что должно стоять перед, нет постоянной длины</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>“{value}” behind “{name}:” is no date.</source>
   <translation>«{value}» после «{name}:» — не дата.</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>Write 2025, 2025-06, 2025-06-15, &lt;2026, &gt;2025-06 or 2025-06..2025-09.</source>
   <translation>Пишите так: 2025, 2025-06, 2025-06-15, &lt;2026, &gt;2025-06 или 2025-06..2025-09.</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>The regular expression /{pattern}/ cannot be read: {reason}.</source>
   <translation>Регулярное выражение /{pattern}/ не читается: {reason}.</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>Write it anew, or search without the slashes.</source>
   <translation>Исправьте его или ищите без косых черт.</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>There is no field “{name}” to search by.</source>
   <translation>Поля «{name}» нет.</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>The fields are {fields}.</source>
   <translation>Поля для поиска: {fields}.</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>Nothing stands behind “{name}:”.</source>
   <translation>После «{name}:» ничего нет.</translation>
  </message>
  <message>
   <location filename="app/core/query/parsing.py" />
   <source>Write a value behind the colon.</source>
   <translation>Напишите значение после двоеточия.</translation>
  </message>
  <message>
   <location filename="app/core/scheme.py" />
   <source>“{name}” is not a label scheme: {error}.</source>
   <translation>«{name}» — не схема меток: {error}.</translation>
  </message>
  <message>
   <location filename="app/core/scheme.py" />
   <source>Save a scheme from the program to see the form.</source>
   <translation>Сохраните схему из программы, чтобы увидеть её вид.</translation>
  </message>
  <message>
   <location filename="app/core/scheme.py" />
   <source>“{name}” names {what} twice.</source>
   <translation>В «{name}» дважды встречается {what}.</translation>
  </message>
  <message>
   <location filename="app/core/scheme.py" />
   <source>Give each label its own.</source>
   <translation>Дайте каждой метке своё.</translation>
  </message>
  <message>
   <location filename="app/formats/atomic_file.py" />
   <source>“{name}” is a folder.</source>
   <translation>«{name}» — это папка.</translation>
  </message>
  <message>
   <location filename="app/formats/atomic_file.py" />
   <source>Name a file.</source>
   <translation>Укажите файл.</translation>
  </message>
  <message>
   <location filename="app/formats/atomic_file.py" />
   <source>“{name}” exists already.</source>
   <translation>«{name}» уже существует.</translation>
  </message>
  <message>
   <location filename="app/formats/atomic_file.py" />
   <source>Choose a new folder, or a name that ends in “.zip”.</source>
   <translation>Выберите новую папку или имя с окончанием «.zip».</translation>
  </message>
  <message>
   <location filename="app/formats/documents/article_lines.py" />
   <source>“{name}” holds no text.</source>
   <translation>В файле «{name}» нет текста.</translation>
  </message>
  <message>
   <location filename="app/formats/documents/article_lines.py" />
   <source>Remove it, or save the article into it again.</source>
   <translation>Удалите его или сохраните в него статью заново.</translation>
  </message>
  <message>
   <location filename="app/formats/documents/article_lines.py" />
   <source>The article has no date: the day on which the file was made, {date}, is used.</source>
   <translation>В статье нет даты: взята дата создания файла, {date}.</translation>
  </message>
  <message>
   <location filename="app/formats/documents/libraries.py" />
   <source>“{name}” cannot be read as {kind}: {reason}.</source>
   <translation>Файл «{name}» не читается как {kind}: {reason}.</translation>
  </message>
  <message>
   <location filename="app/formats/documents/libraries.py" />
   <source>Open it in the program it comes from and save it again.</source>
   <translation>Откройте его в той программе, где он сделан, и сохраните заново.</translation>
  </message>
  <message>
   <location filename="app/formats/documents/libraries.py" />
   <source>“{name}” needs the library “{library}”, which is not installed.</source>
   <translation>Для файла «{name}» нужна библиотека «{library}», она не установлена.</translation>
  </message>
  <message>
   <location filename="app/formats/documents/libraries.py" />
   <source>Install the libraries for documents: pip install "pometka[documents]"</source>
   <translation>Установите библиотеки для документов: pip install "pometka[documents]"</translation>
  </message>
  <message>
   <location filename="app/formats/documents/mail_message.py" />
   <source>a letter</source>
   <translation>письмо</translation>
  </message>
  <message>
   <location filename="app/formats/documents/mail_message.py" />
   <source>Letter</source>
   <translation>Письмо</translation>
  </message>
  <message>
   <location filename="app/formats/documents/mail_message.py" />
   <source>The attachment “{file}” is left out.</source>
   <translation>Вложение «{file}» пропущено.</translation>
  </message>
  <message>
   <location filename="app/formats/documents/mail_message.py" />
   <source>it has no header</source>
   <translation>в начале нет полей письма</translation>
  </message>
  <message>
   <location filename="app/formats/documents/mail_message.py" />
   <source>it holds no page</source>
   <translation>в нём нет страницы</translation>
  </message>
  <message>
   <location filename="app/formats/documents/news_feed.py" />
   <source>News feed</source>
   <translation>Лента новостей</translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/documents/news_feed.py" />
   <source>{n} items without a text are left out.</source>
   <translation>
    <numerusform>Пропущена {n} запись без текста.</numerusform>
    <numerusform>Пропущены {n} записи без текста.</numerusform>
    <numerusform>Пропущено {n} записей без текста.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/formats/documents/old_office.py" />
   <source>“{name}” is a file of an old kind that cannot be read.</source>
   <translation>«{name}» — файл старого вида, он не читается.</translation>
  </message>
  <message>
   <location filename="app/formats/documents/old_office.py" />
   <source>Open it in Office or LibreOffice, save it as {newer} and import that.</source>
   <translation>Откройте его в Office или LibreOffice, сохраните как {newer} и импортируйте этот файл.</translation>
  </message>
  <message>
   <location filename="app/formats/documents/old_office.py" />
   <source>Old Office file</source>
   <translation>Файл старого Office</translation>
  </message>
  <message>
   <location filename="app/formats/documents/old_office.py" />
   <source>“{name}” is protected by a password.</source>
   <translation>Файл «{name}» защищён паролем.</translation>
  </message>
  <message>
   <location filename="app/formats/documents/old_office.py" />
   <source>Open it, save it without the password and import it again.</source>
   <translation>Откройте его, сохраните без пароля и импортируйте снова.</translation>
  </message>
  <message>
   <location filename="app/formats/documents/open_document.py" />
   <source>OpenDocument text</source>
   <translation>Текст OpenDocument</translation>
  </message>
  <message>
   <location filename="app/formats/documents/own_pages.py" />
   <source>“{name}” is a page that Pometka wrote: its articles are taken without highlights, claims and notes, which JSONL keeps.</source>
   <translation>«{name}» — страница, которую записала Pometka: статьи взяты без выделений, утверждений и заметок — их хранит JSONL.</translation>
  </message>
  <message>
   <location filename="app/formats/documents/own_pages.py" />
   <source>Articles that Pometka wrote as a web page</source>
   <translation>Статьи на веб-странице, которую записала Pometka</translation>
  </message>
  <message>
   <location filename="app/formats/documents/pdf/pdf_file.py" />
   <source>“{name}” has {pages} pages, too many for one article.</source>
   <translation>В файле «{name}» {pages} страниц — слишком много для одной статьи.</translation>
  </message>
  <message>
   <location filename="app/formats/documents/pdf/pdf_file.py" />
   <source>Save the pages of the article as a file of their own.</source>
   <translation>Сохраните страницы статьи отдельным файлом.</translation>
  </message>
  <message>
   <location filename="app/formats/documents/pdf/pdf_file.py" />
   <source>PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <location filename="app/formats/documents/pdf/pdf_file.py" />
   <source>“{name}” is scanned: its pages are pictures without text.</source>
   <translation>«{name}» — скан: на страницах картинки без текста.</translation>
  </message>
  <message>
   <location filename="app/formats/documents/pdf/pdf_file.py" />
   <source>Recognise its text with an OCR program, save that and import it.</source>
   <translation>Распознайте текст (OCR), сохраните и импортируйте результат.</translation>
  </message>
  <message>
   <location filename="app/formats/documents/pdf/pdf_file.py" />
   <source>Pages that are pictures without text are left out: {pages}.</source>
   <translation>Страницы-картинки без текста пропущены: {pages}.</translation>
  </message>
  <message>
   <location filename="app/formats/documents/rich_text.py" />
   <source>Rich text</source>
   <translation>Текст RTF</translation>
  </message>
  <message>
   <location filename="app/formats/documents/rich_text.py" />
   <source>it does not begin as one</source>
   <translation>он начинается не так</translation>
  </message>
  <message>
   <location filename="app/formats/documents/rich_text.py" />
   <source>its end is missing</source>
   <translation>нет конца файла</translation>
  </message>
  <message>
   <location filename="app/formats/documents/telegram_export.py" />
   <source>Telegram export</source>
   <translation>Экспорт из Telegram</translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/documents/telegram_export.py" />
   <source>{n} messages without a text are left out.</source>
   <translation>
    <numerusform>{n} сообщение без текста пропущено.</numerusform>
    <numerusform>{n} сообщения без текста пропущены.</numerusform>
    <numerusform>{n} сообщений без текста пропущено.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/formats/documents/web/html_tree.py" />
   <source>“{name}” nests its tags too deeply at line {line}.</source>
   <translation>В файле «{name}» слишком глубоко вложены теги, строка {line}.</translation>
  </message>
  <message>
   <location filename="app/formats/documents/web/html_tree.py" />
   <source>Open the page in a browser, copy the article and save it as text.</source>
   <translation>Откройте страницу в браузере, скопируйте статью и сохраните её как текст.</translation>
  </message>
  <message>
   <location filename="app/formats/documents/web/web_page.py" />
   <source>Web page</source>
   <translation>Веб-страница</translation>
  </message>
  <message>
   <location filename="app/formats/documents/word_file.py" />
   <source>Word document</source>
   <translation>Документ Word</translation>
  </message>
  <message>
   <location filename="app/formats/documents/zip_parts.py" />
   <source>“{name}” is not opened: its content is unsafe ({what}).</source>
   <translation>Файл «{name}» не открыт: его содержимое небезопасно ({what}).</translation>
  </message>
  <message>
   <location filename="app/formats/documents/zip_parts.py" />
   <source>Ask whoever sent it for the article as text.</source>
   <translation>Попросите у отправителя статью в виде текста.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/brat/brat_format.py" />
   <source>brat standoff</source>
   <translation>brat (standoff)</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/brat/brat_format.py" />
   <source>“{name}.ann” has no text “{text}” beside it.</source>
   <translation>Рядом с «{name}.ann» нет текста «{text}».</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/brat/brat_format.py" />
   <source>Put the text there.</source>
   <translation>Положите туда текст.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/brat/brat_format.py" />
   <source>“{name}” holds no “.ann” file.</source>
   <translation>В «{name}» нет файлов «.ann».</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/brat/brat_format.py" />
   <source>Name the folder with the texts and annotations.</source>
   <translation>Укажите папку с текстами и разметкой.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/brat/standoff_reader.py" />
   <source>Line {line} of the annotations is left out: “{value}”.</source>
   <translation>Строка {line} разметки пропущена: «{value}».</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/brat/standoff_reader.py" />
   <source>The annotation “{label}” marks “{there}”, but the file says “{words}”.</source>
   <translation>Метка «{label}» стоит на словах «{there}», а в файле указано «{words}».</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/cas_formats.py" />
   <source>“{name}” has no type system beside it.</source>
   <translation>Рядом с «{name}» нет системы типов.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/cas_formats.py" />
   <source>Put its “TypeSystem.xml” into the same folder.</source>
   <translation>Положите её файл «TypeSystem.xml» в ту же папку.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/cas_formats.py" />
   <source>“{name}” is no UIMA CAS that can be read: {reason}.</source>
   <translation>«{name}» не читается как UIMA CAS: {reason}.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/cas_formats.py" />
   <source>Export it again together with its type system.</source>
   <translation>Экспортируйте его заново вместе с системой типов.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/cas_formats.py" />
   <source>UIMA CAS, XMI</source>
   <translation>UIMA CAS (XMI)</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/cas_formats.py" />
   <source>UIMA CAS, JSON</source>
   <translation>UIMA CAS (JSON)</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/cas_formats.py" />
   <source>“{name}” is no UIMA CAS in JSON.</source>
   <translation>«{name}» — не UIMA CAS в JSON.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/cas_formats.py" />
   <source>Export it again.</source>
   <translation>Экспортируйте его заново.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/cas_formats.py" />
   <source>“{name}” holds no CAS.</source>
   <translation>В «{name}» нет файлов CAS.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/cas_formats.py" />
   <source>Name a folder with .xmi or .json files.</source>
   <translation>Укажите папку с файлами .xmi или .json.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/cas_types.py" />
   <source>Relations “{relation}” are left out: {count}.</source>
   <translation>Связи «{relation}» пропущены: {count}.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/refi_qda.py" />
   <source>REFI-QDA project</source>
   <translation>Проект REFI-QDA</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/refi_qda.py" />
   <source>“{name}” holds no “project.qde”.</source>
   <translation>В «{name}» нет «project.qde».</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/refi_qda.py" />
   <source>Export the project again.</source>
   <translation>Экспортируйте проект заново.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/refi_qda.py" />
   <source>“{name}” holds no texts.</source>
   <translation>В «{name}» нет текстов.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/refi_qda.py" />
   <source>Only text sources can be read.</source>
   <translation>Читаются только текстовые источники.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/refi_qda.py" />
   <source>The text of “{name}” is not in the project.</source>
   <translation>Текста «{name}» нет в проекте.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/refi_qda.py" />
   <source>Export the project with its sources.</source>
   <translation>Экспортируйте проект вместе с источниками.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/exchange/corpora/refi_qda.py" />
   <source>{n} links are left out: they do not join two places of one text.</source>
   <translation>
    <numerusform>Пропущена {n} связь: она соединяет не два места одного текста.</numerusform>
    <numerusform>Пропущены {n} связи: они соединяют не два места одного текста.</numerusform>
    <numerusform>Пропущено {n} связей: они соединяют не два места одного текста.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/exchange/corpora/refi_qda.py" />
   <source>{n} sources that are no text are left out: {names}.</source>
   <translation>
    <numerusform>Пропущен {n} источник, это не текст: {names}.</numerusform>
    <numerusform>Пропущены {n} источника, это не тексты: {names}.</numerusform>
    <numerusform>Пропущено {n} источников, это не тексты: {names}.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/spacy_docbin.py" />
   <source>“{name}” is no DocBin of spaCy: {reason}.</source>
   <translation>«{name}» — не DocBin из spaCy: {reason}.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/spacy_docbin.py" />
   <source>Save it with DocBin.to_disk.</source>
   <translation>Сохраните его через DocBin.to_disk.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/spacy_docbin.py" />
   <source>spaCy DocBin</source>
   <translation>spaCy (DocBin)</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/spacy_docbin.py" />
   <source>“{name}” is too large: more than {size} MB.</source>
   <translation>«{name}» слишком велик: больше {size} МБ.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/corpora/spacy_docbin.py" />
   <source>Split it.</source>
   <translation>Разделите его на части.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/json_tools/doccano.py" />
   <source>doccano JSONL</source>
   <translation>doccano (JSONL)</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/json_tools/labelstudio.py" />
   <source>Label Studio JSON</source>
   <translation>Label Studio (JSON)</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/json_tools/labelstudio.py" />
   <source>“{name}”, task {number} is not a JSON object.</source>
   <translation>«{name}»: задание {number} — не объект JSON.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/json_tools/labelstudio.py" />
   <source>Of several annotations of a task the first is taken; left out: {count}.</source>
   <translation>Из нескольких разметок задания взята первая; пропущено: {count}.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/json_tools/prodigy.py" />
   <source>Prodigy JSONL</source>
   <translation>Prodigy (JSONL)</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/linked_data/claim_review.py" />
   <source>ClaimReview (schema.org)</source>
   <translation>ClaimReview (schema.org)</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/linked_data/claim_review.py" />
   <source>“{name}” holds no ClaimReview.</source>
   <translation>В «{name}» нет ClaimReview.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/linked_data/claim_review.py" />
   <source>Save the JSON-LD of the page.</source>
   <translation>Сохраните JSON-LD страницы.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/linked_data/claim_review.py" />
   <source>Claims written without a verdict, since they have none: {count}.</source>
   <translation>Утверждения записаны без вердикта, потому что у них его нет: {count}.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/linked_data/claim_review.py" />
   <source>the texts of the articles, and where in them a claim stands</source>
   <translation>тексты статей и места утверждений в них</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/linked_data/web_annotation.py" />
   <source>W3C Web Annotation</source>
   <translation>W3C Web Annotation</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/linked_data/web_annotation.py" />
   <source>“{name}” holds no annotations.</source>
   <translation>В «{name}» нет меток.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/linked_data/web_annotation.py" />
   <source>Export it again as JSON-LD.</source>
   <translation>Экспортируйте его заново в JSON-LD.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/linked_data/web_annotation.py" />
   <source>The file has no text of the article; its quotes are taken, one a line.</source>
   <translation>В файле нет текста статьи; взяты цитаты из него, по одной в строке.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/plain/article_table.py" />
   <source>texts that begin with =, +, - or @ as they are: each gets an apostrophe in front, so that no spreadsheet takes it for a formula; import takes it away</source>
   <translation>тексты, которые начинаются с =, +, - или @, в точности: перед каждым ставится апостроф, чтобы таблица не приняла его за формулу; импорт его убирает</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/plain/text_files.py" />
   <source>Plain text</source>
   <translation>Простой текст</translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/exchange/plain/text_files.py" />
   <source>“{name}” holds one article, and {n} were to be written.</source>
   <translation>
    <numerusform>«{name}» вмещает одну статью, а записать нужно {n}.</numerusform>
    <numerusform>«{name}» вмещает одну статью, а записать нужно {n}.</numerusform>
    <numerusform>«{name}» вмещает одну статью, а записать нужно {n}.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/formats/exchange/plain/text_files.py" />
   <source>Name a folder, or a file that ends in “.zip”.</source>
   <translation>Укажите папку или файл с окончанием «.zip».</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/plain/zipped_texts.py" />
   <source>“{name}” is left out: of a zip only text files are read.</source>
   <translation>«{name}» не взят: из архива читаются только текстовые файлы.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/plain/zipped_texts.py" />
   <source>Unpack the zip and import the folder.</source>
   <translation>Распакуйте архив и импортируйте папку.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/shared/file_sets.py" />
   <source>“{name}” is a damaged archive: {reason}.</source>
   <translation>«{name}» — повреждённый архив: {reason}.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/shared/file_sets.py" />
   <source>Make or download it again.</source>
   <translation>Создайте или скачайте его заново.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/exchange/shared/file_sets.py" />
   <source>{n} files of “{name}” cannot be read. The first: {fault}</source>
   <translation>
    <numerusform>{n} файл в «{name}» не читается. Первый: {fault}</numerusform>
    <numerusform>{n} файла в «{name}» не читаются. Первый: {fault}</numerusform>
    <numerusform>{n} файлов в «{name}» не читаются. Первый: {fault}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/formats/exchange/shared/file_sets.py" />
   <source>Correct these and import them again.</source>
   <translation>Исправьте их и импортируйте снова.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/shared/file_sets.py" />
   <source>“{name}” holds too many files: {count}.</source>
   <translation>В «{name}» слишком много файлов: {count}.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/shared/json_texts.py" />
   <source>“{name}” is not a JSON object.</source>
   <translation>«{name}» — не объект JSON.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/shared/json_texts.py" />
   <source>Put one article on each line.</source>
   <translation>Помещайте по одной статье в строке.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/exchange/shared/json_texts.py" />
   <source>“{name}”: {n} lines cannot be read (lines {lines}). The first: {reason}</source>
   <translation>
    <numerusform>«{name}»: не читается {n} строка ({lines}). Первая: {reason}</numerusform>
    <numerusform>«{name}»: не читаются {n} строки ({lines}). Первая: {reason}</numerusform>
    <numerusform>«{name}»: не читаются {n} строк ({lines}). Первая: {reason}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/formats/exchange/shared/json_texts.py" />
   <source>Correct these and import the file again.</source>
   <translation>Исправьте их и импортируйте файл снова.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/shared/json_texts.py" />
   <source>“{name}” is empty.</source>
   <translation>«{name}» пуст.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/shared/json_texts.py" />
   <source>“{name}”: {reason}.</source>
   <translation>«{name}»: {reason}.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/shared/json_texts.py" />
   <source>Save it as UTF-8.</source>
   <translation>Сохраните его в UTF-8.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/shared/json_texts.py" />
   <source>“{name}” is not JSON: {reason}.</source>
   <translation>«{name}» — не JSON: {reason}.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/shared/json_texts.py" />
   <source>Export it again, or correct it there.</source>
   <translation>Экспортируйте его заново или исправьте это место.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/shared/to_document.py" />
   <source>{start} to {end} is not in the text</source>
   <translation>от {start} до {end} — вне текста</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/shared/to_document.py" />
   <source>it has no label</source>
   <translation>у него нет метки</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/shared/to_document.py" />
   <source>The value “{value}” of “{field}” is left out.</source>
   <translation>Значение «{value}» поля «{field}» пропущено.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/shared/to_document.py" />
   <source>The annotation “{label}” is left out: {reason}.</source>
   <translation>Метка «{label}» пропущена: {reason}.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/tokens/conll.py" />
   <source>CoNLL, BIO tags</source>
   <translation>CoNLL, теги BIO</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/tokens/conll.py" />
   <source>“{name}” is no CoNLL file: no line ends in a tag like “B-PER” or “O”.</source>
   <translation>«{name}» — не файл CoNLL: ни одна строка не кончается тегом вида «B-PER» или «O».</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/tokens/conll.py" />
   <source>Put a token and its tag on each line.</source>
   <translation>В каждой строке должны стоять токен и его тег.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/tokens/conll.py" />
   <source>Tokens cut where an annotation begins or ends inside of them: {count}.</source>
   <translation>Токены разрезаны там, где внутри них начинается или кончается метка: {count}.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/tokens/conll.py" />
   <source>Line {line} has no tag: “{value}”; its token is taken.</source>
   <translation>В строке {line} нет тега: «{value}»; токен взят.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/tokens/webanno.py" />
   <source>WebAnno TSV 3.3</source>
   <translation>WebAnno TSV 3.3</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/tokens/webanno.py" />
   <source>“{name}” is no WebAnno TSV: it does not begin with “#FORMAT=WebAnno TSV 3”.</source>
   <translation>«{name}» — не WebAnno TSV: файл не начинается с «#FORMAT=WebAnno TSV 3».</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/tokens/webanno.py" />
   <source>“{name}” holds no “.tsv” file.</source>
   <translation>В «{name}» нет файлов «.tsv».</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/tokens/webanno.py" />
   <source>Name a folder with them.</source>
   <translation>Укажите папку с ними.</translation>
  </message>
  <message>
   <location filename="app/formats/exchange/tokens/webanno_reader.py" />
   <source>Lines that are no tokens are left out: {count}.</source>
   <translation>Строки, в которых нет токена, пропущены: {count}.</translation>
  </message>
  <message>
   <location filename="app/formats/features.py" />
   <source>line ends of Windows: each is written as one character, and the offsets fit that</source>
   <translation>концы строк Windows: каждый записан одним знаком, и смещения это учитывают</translation>
  </message>
  <message>
   <location filename="app/formats/features.py" />
   <source>annotations, except details of claims</source>
   <translation>метки, кроме сведений об утверждениях</translation>
  </message>
  <message>
   <location filename="app/formats/features.py" />
   <source>exact blanks and line ends between words</source>
   <translation>точные пробелы и концы строк между словами</translation>
  </message>
  <message>
   <location filename="app/formats/features.py" />
   <source>control characters in texts, written as “�”</source>
   <translation>управляющие знаки в текстах: они записаны как «�»</translation>
  </message>
  <message>
   <location filename="app/formats/features.py" />
   <source>annotations inside or across others</source>
   <translation>метки внутри других или внахлёст с ними</translation>
  </message>
  <message>
   <location filename="app/formats/features.py" />
   <source>gaps in annotations of several pieces</source>
   <translation>разрывы в метках из нескольких частей</translation>
  </message>
  <message>
   <location filename="app/formats/features.py" />
   <source>which annotations are claims</source>
   <translation>какие метки — утверждения</translation>
  </message>
  <message>
   <location filename="app/formats/features.py" />
   <source>speakers and reporting cues of claims</source>
   <translation>кто говорит и какими словами введено утверждение</translation>
  </message>
  <message>
   <location filename="app/formats/features.py" />
   <source>attributes of annotations</source>
   <translation>признаки меток</translation>
  </message>
  <message>
   <location filename="app/formats/features.py" />
   <source>normal forms</source>
   <translation>начальные формы</translation>
  </message>
  <message>
   <location filename="app/formats/features.py" />
   <source>who made and decided an annotation, when and by which rule</source>
   <translation>кто поставил и подтвердил метку, когда и по какому правилу</translation>
  </message>
  <message>
   <location filename="app/formats/features.py" />
   <source>notes on annotations</source>
   <translation>заметки к меткам</translation>
  </message>
  <message>
   <location filename="app/formats/features.py" />
   <source>notes on articles</source>
   <translation>заметки к статьям</translation>
  </message>
  <message>
   <location filename="app/formats/features.py" />
   <source>title, date, source and address of articles</source>
   <translation>заголовок, дата, источник и адрес статей</translation>
  </message>
  <message>
   <location filename="app/formats/features.py" />
   <source>rejected annotations, unless they are asked for</source>
   <translation>отклонённые метки, если их не включили</translation>
  </message>
  <message>
   <location filename="app/formats/features.py" />
   <source>likely missed mentions</source>
   <translation>вероятные пропуски</translation>
  </message>
  <message>
   <location filename="app/formats/features.py" />
   <source>notes on the project</source>
   <translation>заметки к проекту</translation>
  </message>
  <message>
   <location filename="app/formats/features.py" />
   <source>Not in the file: {what} ({count}).</source>
   <translation>В файл не вошло: {what} ({count}).</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/annotation_reader.py" />
   <source>“{words}” is not at that place</source>
   <translation>на этом месте нет слов «{words}»</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/annotation_reader.py" />
   <source>“{name}”, line {line}: number {number} of “{list}” is left out: {reason}.</source>
   <translation>«{name}», строка {line}: номер {number} из «{list}» пропущен: {reason}.</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/annotation_reader.py" />
   <source>it is not a JSON object</source>
   <translation>это не объект JSON</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/annotation_reader.py" />
   <source>“{name}”, line {line}: “{field}” are put in order and joined.</source>
   <translation>«{name}», строка {line}: части «{field}» упорядочены и объединены.</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/jsonl_file.py" />
   <source>Each line must be one JSON object with a “text”. Correct these and import the file again.</source>
   <translation>Каждая строка — один объект JSON с полем «text». Исправьте эти строки и импортируйте файл снова.</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/jsonl_file.py" />
   <source>JSONL, lossless</source>
   <translation>JSONL, без потерь</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/jsonl_file.py" />
   <source>Remove it, or save the articles into it again.</source>
   <translation>Удалите его или сохраните в него статьи заново.</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/jsonl_file.py" />
   <source>“{name}”, line {line}: {reason}.</source>
   <translation>«{name}», строка {line}: {reason}.</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/jsonl_file.py" />
   <source>Save the file as UTF-8, one article a line.</source>
   <translation>Сохраните файл в UTF-8, по статье в строке.</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/jsonl_file.py" />
   <source>“{name}”, line {line}: this is not JSON ({reason}).</source>
   <translation>«{name}», строка {line}: это не JSON ({reason}).</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/jsonl_file.py" />
   <source>Each line must be one JSON object with a “text”. Correct it and import the file again.</source>
   <translation>Каждая строка — один объект JSON с полем «text». Исправьте её и импортируйте файл снова.</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/jsonl_file.py" />
   <source>“{name}”, line {line}: “{field}” stands twice in one object; the last value is taken.</source>
   <translation>«{name}», строка {line}: «{field}» указано дважды в одном объекте; взято последнее значение.</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/repeated_ids.py" />
   <source>“{name}”, line {line}: the id “{id}” stands on line {first} too; both are taken, each as its own article.</source>
   <translation>«{name}», строка {line}: id «{id}» есть и в строке {first}; взяты обе, каждая как своя статья.</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/repeated_ids.py" />
   <source>“{name}”, line {line}: id “{id}” and text are those of line {first}; a project takes the first alone.</source>
   <translation>«{name}», строка {line}: id «{id}» и текст — как в строке {first}; в проект идёт только первая.</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/row_fields.py" />
   <source>a text</source>
   <translation>текст</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/row_fields.py" />
   <source>an object</source>
   <translation>объект JSON</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/row_fields.py" />
   <source>a place in the text</source>
   <translation>место в тексте</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/row_fields.py" />
   <source>a list</source>
   <translation>список</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/row_fields.py" />
   <source>a number from 0 to 1</source>
   <translation>число от 0 до 1</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/row_fields.py" />
   <source>a whole number</source>
   <translation>целое число</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/row_fields.py" />
   <source>true or false</source>
   <translation>true или false</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/row_fields.py" />
   <source>a day like 2025-09-01</source>
   <translation>дата вида 2025-09-01</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/row_fields.py" />
   <source>a time like 2025-09-01T12:00:00+05:00</source>
   <translation>время вида 2025-09-01T12:00:00+05:00</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/row_fields.py" />
   <source>one of: {words}</source>
   <translation>одно из: {words}</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/row_fields.py" />
   <source>“{name}”, line {line}: “{field}” is left out: {value} is not {needed}.</source>
   <translation>«{name}», строка {line}: поле «{field}» пропущено: там {value}, а нужно: {needed}.</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/row_fields.py" />
   <source>“{name}”, line {line}: “{field}” is left out: “{other}” says otherwise.</source>
   <translation>«{name}», строка {line}: поле «{field}» пропущено: в «{other}» сказано другое.</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/row_fields.py" />
   <source>“{name}”, line {line}: “{field}” keeps the day alone, here and below.</source>
   <translation>«{name}», строка {line}: из поля «{field}» взята только дата, здесь и ниже.</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/row_fields.py" />
   <source>“{name}”, line {line}: “{field}” is not a known field; it is left out, here and below.</source>
   <translation>«{name}», строка {line}: поле «{field}» не поддерживается; оно пропущено здесь и ниже.</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/row_reader.py" />
   <source>“{name}”, line {line}: this is not a JSON object.</source>
   <translation>«{name}», строка {line}: это не объект JSON.</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/row_reader.py" />
   <source>“{name}”, line {line}: “text” is missing or is not a string.</source>
   <translation>«{name}», строка {line}: поля «text» нет, или это не строка.</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/row_reader.py" />
   <source>Give the article's text as “text”.</source>
   <translation>Укажите текст статьи в поле «text».</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/row_reader.py" />
   <source>“{name}”, line {line}: offsets count UTF-16 units; they were converted.</source>
   <translation>«{name}», строка {line}: позиции посчитаны в единицах UTF-16; они пересчитаны.</translation>
  </message>
  <message>
   <location filename="app/formats/jsonl/row_reader.py" />
   <source>“{name}”, line {line}: {reason}</source>
   <translation>«{name}», строка {line}: {reason}</translation>
  </message>
  <message>
   <location filename="app/formats/pages/page_formats.py" />
   <source>offsets and identifiers: a file for people is not read back</source>
   <translation>позиции и номера: файл для чтения обратно не загружается</translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/pages/pdf_pages.py" />
   <source>{n} characters have no letter in the fonts of the PDF: {sign} stands for them.</source>
   <translation>
    <numerusform>Для {n} знака в шрифтах PDF нет буквы: вместо него стоит {sign}.</numerusform>
    <numerusform>Для {n} знаков в шрифтах PDF нет букв: вместо них стоит {sign}.</numerusform>
    <numerusform>Для {n} знаков в шрифтах PDF нет букв: вместо них стоит {sign}.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/formats/registry.py" />
   <source>Unknown format “{name}”.</source>
   <translation>Неизвестный формат «{name}».</translation>
  </message>
  <message>
   <location filename="app/formats/registry.py" />
   <source>Supported formats: {names}.</source>
   <translation>Поддерживаются форматы: {names}.</translation>
  </message>
  <message>
   <location filename="app/formats/registry.py" />
   <source>it is not of the format that was named</source>
   <translation>он не того формата, который указан</translation>
  </message>
  <message>
   <location filename="app/formats/registry.py" />
   <source>“{name}” has no article.</source>
   <translation>В файле «{name}» нет ни одной статьи.</translation>
  </message>
  <message>
   <location filename="app/formats/registry.py" />
   <source>Check the file and its format.</source>
   <translation>Проверьте файл и его формат.</translation>
  </message>
  <message>
   <location filename="app/formats/registry.py" />
   <source>“{name}” is a zip without text files.</source>
   <translation>«{name}» — архив без текстовых файлов.</translation>
  </message>
  <message>
   <location filename="app/formats/registry.py" />
   <source>Unpack it and import the folder.</source>
   <translation>Распакуйте его и импортируйте папку.</translation>
  </message>
  <message>
   <location filename="app/formats/registry.py" />
   <source>“{name}” is in a format that is not supported.</source>
   <translation>«{name}»: такой формат не поддерживается.</translation>
  </message>
  <message>
   <location filename="app/formats/registry.py" />
   <source>Supported formats: {extensions}. Or name the format.</source>
   <translation>Поддерживаются форматы: {extensions}. Или укажите формат.</translation>
  </message>
  <message>
   <location filename="app/formats/registry.py" />
   <source>“{name}” cannot be written: its format is not supported.</source>
   <translation>«{name}» не записать: такой формат не поддерживается.</translation>
  </message>
  <message>
   <location filename="app/formats/registry.py" />
   <source>Supported formats: {extensions}. End the name in one of these, or name the format.</source>
   <translation>Поддерживаются форматы: {extensions}. Имя файла должно оканчиваться на один из них, или укажите формат.</translation>
  </message>
  <message>
   <location filename="app/formats/registry.py" />
   <source>Check whether it was moved or renamed.</source>
   <translation>Проверьте, не перемещён ли он и не переименован ли.</translation>
  </message>
  <message>
   <location filename="app/formats/source/damage.py" />
   <source>it is a file of another kind, or cut off</source>
   <translation>это файл другого вида или он оборван</translation>
  </message>
  <message>
   <location filename="app/formats/source/damage.py" />
   <source>it is cut off</source>
   <translation>он оборван</translation>
  </message>
  <message>
   <location filename="app/formats/source/damage.py" />
   <source>its part “{part}” is missing</source>
   <translation>нет его части «{part}»</translation>
  </message>
  <message>
   <location filename="app/formats/source/damage.py" />
   <source>its part “{part}” is damaged</source>
   <translation>повреждена его часть «{part}»</translation>
  </message>
  <message>
   <location filename="app/formats/source/damage.py" />
   <source>its XML is damaged or cut off in line {line}, character {column}</source>
   <translation>XML повреждён или оборван: строка {line}, символ {column}</translation>
  </message>
  <message>
   <location filename="app/formats/source/damage.py" />
   <source>it is protected by a password</source>
   <translation>он защищён паролем</translation>
  </message>
  <message>
   <location filename="app/formats/source/damage.py" />
   <source>its packed content is damaged</source>
   <translation>сжатое содержимое повреждено</translation>
  </message>
  <message>
   <location filename="app/formats/source/damage.py" />
   <source>it is packed in a way that is not supported</source>
   <translation>способ сжатия не поддерживается</translation>
  </message>
  <message>
   <location filename="app/formats/source/damage.py" />
   <source>it is no {encoding} at byte {byte}</source>
   <translation>байт {byte} не подходит к кодировке {encoding}</translation>
  </message>
  <message>
   <location filename="app/formats/source/damage.py" />
   <source>its content is not as it should be ({detail})</source>
   <translation>содержимое устроено не так, как нужно ({detail})</translation>
  </message>
  <message>
   <location filename="app/formats/source/damage.py" />
   <source>it holds characters that are no text</source>
   <translation>в нём есть знаки, которых в тексте не бывает</translation>
  </message>
  <message>
   <location filename="app/formats/source/damage.py" />
   <source>a closing quotation mark is followed by other characters than the separator</source>
   <translation>после закрывающей кавычки стоит не разделитель, а другой знак</translation>
  </message>
  <message>
   <location filename="app/formats/source/damage.py" />
   <source>it has line ends of several kinds</source>
   <translation>в нём концы строк разного вида</translation>
  </message>
  <message>
   <location filename="app/formats/source/damage.py" />
   <source>a cell is longer than a spreadsheet can hold</source>
   <translation>ячейка длиннее, чем может вместить таблица</translation>
  </message>
  <message>
   <location filename="app/formats/source/encodings.py" />
   <source>it is no {encoding}</source>
   <translation>это не {encoding}</translation>
  </message>
  <message>
   <location filename="app/formats/source/encodings.py" />
   <source>it holds zero bytes</source>
   <translation>в нём есть нулевые байты</translation>
  </message>
  <message>
   <location filename="app/formats/source/encodings.py" />
   <source>no known encoding fits</source>
   <translation>не подходит ни одна известная кодировка</translation>
  </message>
  <message>
   <location filename="app/formats/source/encodings.py" />
   <source>it reads as no language</source>
   <translation>он не похож на текст ни на каком языке</translation>
  </message>
  <message>
   <location filename="app/formats/source/encodings.py" />
   <source>it is full of control characters</source>
   <translation>в нём много управляющих символов</translation>
  </message>
  <message>
   <location filename="app/formats/source/file_text.py" />
   <source>“{name}” is not a text: {reason}.</source>
   <translation>«{name}» — не текст: {reason}.</translation>
  </message>
  <message>
   <location filename="app/formats/source/file_text.py" />
   <source>Save it as plain text in UTF-8.</source>
   <translation>Сохраните его как простой текст в UTF-8.</translation>
  </message>
  <message>
   <location filename="app/formats/source/file_text.py" />
   <source>“{name}” cannot be read: {reason}.</source>
   <translation>«{name}» не читается: {reason}.</translation>
  </message>
  <message>
   <location filename="app/formats/source/file_text.py" />
   <source>Check that the file is there and that you may open it.</source>
   <translation>Проверьте, что файл на месте и у вас есть право его открыть.</translation>
  </message>
  <message>
   <location filename="app/formats/source/file_text.py" />
   <source>“{name}” is a folder, not a file.</source>
   <translation>«{name}» — папка, а не файл.</translation>
  </message>
  <message>
   <location filename="app/formats/source/file_text.py" />
   <source>Name a file in it.</source>
   <translation>Укажите файл в ней.</translation>
  </message>
  <message>
   <location filename="app/formats/source/file_text.py" />
   <source>“{name}” is a pipe or a device, not a file.</source>
   <translation>«{name}» — канал или устройство, а не файл.</translation>
  </message>
  <message>
   <location filename="app/formats/source/file_text.py" />
   <source>Save what comes out of it in a file.</source>
   <translation>Сохраните то, что из него выходит, в файл.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/source/file_text.py" />
   <source>“{name}” has {n} broken characters, shown as “�”.</source>
   <translation>
    <numerusform>В «{name}» {n} испорченный знак, показан как «�».</numerusform>
    <numerusform>В «{name}» {n} испорченных знака, показаны как «�».</numerusform>
    <numerusform>В «{name}» {n} испорченных знаков, показаны как «�».</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/formats/source/file_text.py" />
   <source>“{name}” is too large for one article: {size} MB.</source>
   <translation>«{name}» слишком велик для одной статьи: {size} МБ.</translation>
  </message>
  <message>
   <location filename="app/formats/source/file_text.py" />
   <source>Split it into parts, or store the articles one a line as .jsonl.</source>
   <translation>Разделите его на части или сохраните статьи по одной в строке как .jsonl.</translation>
  </message>
  <message>
   <location filename="app/formats/source/folders.py" />
   <source>its format is not supported</source>
   <translation>формат не поддерживается</translation>
  </message>
  <message>
   <location filename="app/formats/source/folders.py" />
   <source>it is a link that leads out of the folder</source>
   <translation>ссылка ведёт за пределы папки</translation>
  </message>
  <message>
   <location filename="app/formats/source/folders.py" />
   <source>“{name}” is left out: {reason}.</source>
   <translation>«{name}» пропущен: {reason}.</translation>
  </message>
  <message>
   <location filename="app/formats/source/folders.py" />
   <source>it is a pipe or a device</source>
   <translation>это канал или устройство</translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/source/folders.py" />
   <source>{n} more files in other formats are left out: {kinds}.</source>
   <translation>
    <numerusform>Пропущен ещё {n} файл другого формата: {kinds}.</numerusform>
    <numerusform>Пропущены ещё {n} файла других форматов: {kinds}.</numerusform>
    <numerusform>Пропущено ещё {n} файлов других форматов: {kinds}.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/formats/source/foreign_files.py" />
   <source>a picture</source>
   <translation>изображение</translation>
  </message>
  <message>
   <location filename="app/formats/source/foreign_files.py" />
   <source>a film or a sound recording</source>
   <translation>видео или звукозапись</translation>
  </message>
  <message>
   <location filename="app/formats/source/foreign_files.py" />
   <source>an archive of a kind that is not read</source>
   <translation>архив, который программа не читает</translation>
  </message>
  <message>
   <location filename="app/formats/source/foreign_files.py" />
   <source>a program</source>
   <translation>программа</translation>
  </message>
  <message>
   <location filename="app/formats/source/foreign_files.py" />
   <source>a font</source>
   <translation>шрифт</translation>
  </message>
  <message>
   <location filename="app/formats/source/foreign_files.py" />
   <source>a database</source>
   <translation>база данных</translation>
  </message>
  <message>
   <location filename="app/formats/source/foreign_files.py" />
   <source>Unpack it, and import the files that are in it.</source>
   <translation>Распакуйте его и импортируйте файлы из него.</translation>
  </message>
  <message>
   <location filename="app/formats/source/foreign_files.py" />
   <source>If it is a project of Pometka, open it with “Open project” and export its articles there.</source>
   <translation>Если это проект Pometka, откройте его командой «Открыть проект» и экспортируйте статьи оттуда.</translation>
  </message>
  <message>
   <location filename="app/formats/source/foreign_files.py" />
   <source>Choose the file that holds the text of the article.</source>
   <translation>Выберите файл, в котором есть текст статьи.</translation>
  </message>
  <message>
   <location filename="app/formats/source/foreign_files.py" />
   <source>“{name}” is {kind}, not an article.</source>
   <translation>«{name}» — {kind}, а не статья.</translation>
  </message>
  <message>
   <location filename="app/formats/source/lines.py" />
   <source>longer than {size} MB</source>
   <translation>длиннее {size} МБ</translation>
  </message>
  <message>
   <location filename="app/formats/source/offsets.py" />
   <source>{label} at {start} marked nothing but unreadable characters and is left out.</source>
   <translation>Метка {label} на месте {start} стояла на одних нечитаемых знаках; она пропущена.</translation>
  </message>
  <message>
   <location filename="app/formats/source/own_files.py" />
   <source>“{name}” is a report that Pometka wrote for reading, not an article.</source>
   <translation>«{name}» — отчёт для чтения, который записала Pometka, а не статья.</translation>
  </message>
  <message>
   <location filename="app/formats/source/own_files.py" />
   <source>Import what it was made of: JSONL holds everything, a workbook the corrections, a web page the articles.</source>
   <translation>Импортируйте то, из чего он сделан: в JSONL есть всё, в книге Excel — правки, на веб-странице — статьи.</translation>
  </message>
  <message>
   <location filename="app/formats/source/safe_xml.py" />
   <source>“{name}” needs a library that is not installed.</source>
   <translation>Для «{name}» нужна библиотека, которая не установлена.</translation>
  </message>
  <message>
   <location filename="app/formats/source/safe_xml.py" />
   <source>Install it with: pip install “pometka[{extra}]”.</source>
   <translation>Установите её: pip install "pometka[{extra}]".</translation>
  </message>
  <message>
   <location filename="app/formats/source/safe_xml.py" />
   <source>“{name}” is refused: it declares a document type or entities.</source>
   <translation>«{name}» отклонён: в нём объявлен тип документа или сущности XML.</translation>
  </message>
  <message>
   <location filename="app/formats/source/safe_xml.py" />
   <source>Export it again without them.</source>
   <translation>Экспортируйте его заново без них.</translation>
  </message>
  <message>
   <location filename="app/formats/source/safe_xml.py" />
   <source>“{name}” is not XML: {reason}.</source>
   <translation>«{name}» — не XML: {reason}.</translation>
  </message>
  <message>
   <location filename="app/formats/table_choices.py" />
   <source>“{part}” does not say which column holds which field.</source>
   <translation>«{part}» не говорит, в каком столбце какое поле.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/delimited.py" />
   <source>it has more cells than there are columns</source>
   <translation>ячеек больше, чем столбцов</translation>
  </message>
  <message>
   <location filename="app/formats/tables/delimited.py" />
   <source>“{name}”, after row {row}: {reason}.</source>
   <translation>«{name}», после строки {row}: {reason}.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/delimited.py" />
   <source>Check the quotation marks and the separator there.</source>
   <translation>Проверьте там кавычки и разделитель.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/delimited.py" />
   <source>“{name}”, row {row}: a quotation mark is not closed; the row takes all to the end.</source>
   <translation>«{name}», строка {row}: кавычка не закрыта; всё до конца файла вошло в эту строку.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/json_rows.py" />
   <source>“{name}” holds no list of articles.</source>
   <translation>В «{name}» нет списка статей.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/json_rows.py" />
   <source>Save the articles as a list of objects, or one object a line as .jsonl.</source>
   <translation>Сохраните статьи списком объектов или по одному объекту в строке, как .jsonl.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/json_rows.py" />
   <source>“{name}” is not JSON ({reason}).</source>
   <translation>«{name}» — не JSON ({reason}).</translation>
  </message>
  <message>
   <location filename="app/formats/tables/json_rows.py" />
   <source>Check it where that is, or save it again.</source>
   <translation>Проверьте это место или сохраните файл заново.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/json_rows.py" />
   <source>this is not a JSON object</source>
   <translation>это не объект JSON</translation>
  </message>
  <message>
   <location filename="app/formats/tables/json_rows.py" />
   <source>this is not JSON ({reason})</source>
   <translation>это не JSON ({reason})</translation>
  </message>
  <message>
   <location filename="app/formats/tables/sheets.py" />
   <source>“{name}” cannot be read as a workbook: {reason}.</source>
   <translation>«{name}» не читается как книга: {reason}.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/sheets.py" />
   <source>Open it in a spreadsheet program and save it again as .xlsx, without a password.</source>
   <translation>Откройте её в программе таблиц и сохраните заново как .xlsx, без пароля.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/sheets.py" />
   <source>“{name}” is a workbook that Pometka wrote: it holds annotations, not articles.</source>
   <translation>«{name}» — книга, которую записала Pometka: в ней разметка, а не статьи.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/sheets.py" />
   <source>Import it alone, into its project, to take in what was changed there.</source>
   <translation>Импортируйте её отдельно, в её проект: правки из неё будут предложены по одной.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/sheets.py" />
   <source>“{name}” has no sheet “{sheet}”.</source>
   <translation>В «{name}» нет листа «{sheet}».</translation>
  </message>
  <message>
   <location filename="app/formats/tables/sheets.py" />
   <source>Its sheets are: {sheets}.</source>
   <translation>Её листы: {sheets}.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/sheets.py" />
   <source>“{name}” comes to {size} MB unpacked, which is too much.</source>
   <translation>«{name}» в распакованном виде занимает {size} МБ — это слишком много.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/sheets.py" />
   <source>Split it into several workbooks, or save it as CSV.</source>
   <translation>Разделите её на несколько книг или сохраните как CSV.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/sheets.py" />
   <source>“{name}” cannot be read: the library python-calamine is missing.</source>
   <translation>«{name}» не прочитать: нет библиотеки python-calamine.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/sheets.py" />
   <source>Install it with: pip install 'pometka[documents]'.</source>
   <translation>Установите её: pip install 'pometka[documents]'.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/sheets.py" />
   <source>it is damaged</source>
   <translation>он повреждён</translation>
  </message>
  <message>
   <location filename="app/formats/tables/stray_cells.py" />
   <source>“{name}” has something in cell {cell}, far outside of its table, and cannot be read.</source>
   <translation>В «{name}» что-то стоит в ячейке {cell}, далеко за пределами таблицы, и прочитать её нельзя.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/stray_cells.py" />
   <source>Empty that cell, or delete all rows and columns behind the table, and save the workbook again.</source>
   <translation>Очистите эту ячейку или удалите все строки и столбцы за таблицей и сохраните книгу ещё раз.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/table_formats.py" />
   <source>Excel workbook</source>
   <translation>Книга Excel</translation>
  </message>
  <message>
   <location filename="app/formats/tables/table_formats.py" />
   <source>Table of articles, OpenDocument</source>
   <translation>Таблица статей, OpenDocument</translation>
  </message>
  <message>
   <location filename="app/formats/tables/table_formats.py" />
   <source>JSON of other programs</source>
   <translation>JSON других программ</translation>
  </message>
  <message>
   <location filename="app/formats/tables/table_formats.py" />
   <source>Table of articles, CSV</source>
   <translation>Таблица статей, CSV</translation>
  </message>
  <message>
   <location filename="app/formats/tables/table_reader.py" />
   <source>{row}: {reason}</source>
   <translation>{row}: {reason}</translation>
  </message>
  <message>
   <location filename="app/formats/tables/table_reader.py" />
   <source>“{name}” has no column “{column}”. Its columns: {columns}.</source>
   <translation>В «{name}» нет столбца «{column}». Столбцы: {columns}.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/table_reader.py" />
   <source>Name the columns as they stand there, as in --map {example}.</source>
   <translation>Назовите столбцы так, как они названы в файле, например --map {example}.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/table_reader.py" />
   <source>“{name}” has no row with a text. {reasons}</source>
   <translation>В «{name}» нет ни одной строки с текстом. {reasons}</translation>
  </message>
  <message>
   <location filename="app/formats/tables/table_reader.py" />
   <source>Check the file and its format, and which column holds the texts.</source>
   <translation>Проверьте файл, его формат и то, в каком столбце тексты.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/table_reader.py" />
   <source>“{name}” does not say which column holds the text. Its columns: {columns}.</source>
   <translation>Из «{name}» не видно, в каком столбце текст. Столбцы: {columns}.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/table_reader.py" />
   <source>Name the columns, on the command line by --map {example}.</source>
   <translation>Назовите столбцы; в командной строке — --map {example}.</translation>
  </message>
  <message>
   <location filename="app/formats/tables/table_reader.py" />
   <source>Columns that are not taken: {columns}.</source>
   <translation>Не взяты столбцы: {columns}.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/tables/table_reader.py" />
   <source>{n} rows without a text are left out: {rows}.</source>
   <translation>
    <numerusform>{n} строка без текста пропущена: {rows}.</numerusform>
    <numerusform>{n} строки без текста пропущены: {rows}.</numerusform>
    <numerusform>{n} строк без текста пропущены: {rows}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/tables/table_reader.py" />
   <source>{n} rows cannot be read and are left out: {rows}.</source>
   <translation>
    <numerusform>{n} строка не читается и пропущена: {rows}.</numerusform>
    <numerusform>{n} строки не читаются и пропущены: {rows}.</numerusform>
    <numerusform>{n} строк не читаются и пропущены: {rows}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/tables/table_reader.py" />
   <source>{n} rows have no date that is understood: {rows}.</source>
   <translation>
    <numerusform>В {n} строке дата не понята: {rows}.</numerusform>
    <numerusform>В {n} строках дата не понята: {rows}.</numerusform>
    <numerusform>В {n} строках дата не понята: {rows}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/formats/tables/table_reader.py" />
   <source>{n} rows have no address that is one: {rows}.</source>
   <translation>
    <numerusform>В {n} строке вместо адреса другой текст: {rows}.</numerusform>
    <numerusform>В {n} строках вместо адреса другой текст: {rows}.</numerusform>
    <numerusform>В {n} строках вместо адреса другой текст: {rows}.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/formats/tables/table_reader.py" />
   <source>Dates in “{column}” are read with the month first.</source>
   <translation>Даты в столбце «{column}» читаются так: сначала месяц, потом день.</translation>
  </message>
  <message>
   <location filename="app/formats/text/mending.py" />
   <source>Text of a wrong encoding was put right.</source>
   <translation>Исправлен текст в неверной кодировке.</translation>
  </message>
  <message>
   <location filename="app/formats/text/mending.py" />
   <source>Escapes and tags of HTML were taken out of the text.</source>
   <translation>Из текста убраны коды и теги HTML.</translation>
  </message>
  <message>
   <location filename="app/formats/text/mending.py" />
   <source>Lines wrapped at a column were joined into paragraphs.</source>
   <translation>Строки, перенесённые по ширине, собраны в абзацы.</translation>
  </message>
  <message>
   <location filename="app/formats/text/news_article.py" />
   <source>“{value}” is not a date and is left out.</source>
   <translation>«{value}» — не дата, пропущено.</translation>
  </message>
  <message>
   <location filename="app/formats/text/news_article.py" />
   <source>News article</source>
   <translation>Новостная статья</translation>
  </message>
  <message>
   <location filename="app/formats/text/news_article.py" />
   <source>The address “{value}” was not understood and is left out.</source>
   <translation>Адрес «{value}» не распознан и пропущен.</translation>
  </message>
  <message>
   <location filename="app/formats/xlsx/reading/book_parts.py" />
   <source>its part “{part}” is too large</source>
   <translation>слишком велика его часть «{part}»</translation>
  </message>
  <message>
   <location filename="app/formats/xlsx/reading/book_parts.py" />
   <source>its part “{part}” declares entities</source>
   <translation>его часть «{part}» объявляет сущности XML</translation>
  </message>
  <message>
   <location filename="app/formats/xlsx/reading/book_reader.py" />
   <source>The column “{column}” is none that Pometka wrote.</source>
   <translation>Столбец «{column}» не из выгрузки Pometka.</translation>
  </message>
  <message>
   <location filename="app/formats/xlsx/reading/book_reader.py" />
   <source>The sheet is none that Pometka wrote.</source>
   <translation>Лист не из выгрузки Pometka.</translation>
  </message>
  <message>
   <location filename="app/formats/xlsx/reading/book_reader.py" />
   <source>The first part of this text has no row.</source>
   <translation>Нет строки с первой частью этого текста.</translation>
  </message>
  <message>
   <location filename="app/formats/xlsx/workbook.py" />
   <source>There is no sheet “{name}”.</source>
   <translation>Нет листа «{name}».</translation>
  </message>
  <message>
   <location filename="app/formats/xlsx/workbook.py" />
   <source>There is no column “{name}”.</source>
   <translation>Нет столбца «{name}».</translation>
  </message>
  <message>
   <location filename="app/formats/xlsx/xlsx_format.py" />
   <source>the texts of the articles, but for what is annotated and its sentence</source>
   <translation>тексты статей, кроме размеченного и его предложений</translation>
  </message>
  <message>
   <location filename="app/formats/xlsx/xlsx_format.py" />
   <source>attributes that the label scheme does not name</source>
   <translation>признаки, которых нет в схеме меток</translation>
  </message>
  <message>
   <location filename="app/nlp/pipeline.py" />
   <source>There is no text to tag.</source>
   <translation>Размечать нечего: текста нет.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/nlp/pipeline.py" />
   <source>The text is very long: it was tagged in {n} parts.</source>
   <translation>
    <numerusform>Текст очень длинный: он размечен {n} частью.</numerusform>
    <numerusform>Текст очень длинный: он размечен {n} частями.</numerusform>
    <numerusform>Текст очень длинный: он размечен {n} частями.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/nlp/pipeline.py" />
   <source>{n} characters are in neither Russian nor Kazakh: only figures were sought there.</source>
   <translation>
    <numerusform>{n} знак не на русском и не на казахском: там искали только числа и даты.</numerusform>
    <numerusform>{n} знака не на русском и не на казахском: там искали только числа и даты.</numerusform>
    <numerusform>{n} знаков не на русском и не на казахском: там искали только числа и даты.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/article/article_fields.py" />
   <source>“{words}” is not a date.</source>
   <translation>«{words}» — не дата.</translation>
  </message>
  <message>
   <location filename="app/service/article/article_fields.py" />
   <source>Write it as 14.03.2025 or 2025-03-14.</source>
   <translation>Напишите её так: 14.03.2025.</translation>
  </message>
  <message>
   <location filename="app/service/article/article_fields.py" />
   <source>“{words}” is not a web address.</source>
   <translation>«{words}» — не адрес страницы.</translation>
  </message>
  <message>
   <location filename="app/service/article/article_fields.py" />
   <source>It begins with https://</source>
   <translation>Адрес начинается с https://</translation>
  </message>
  <message>
   <location filename="app/service/commands/action.py" />
   <source>“{text}” was off the screen: press again to change it.</source>
   <translation>«{text}» не было видно на экране: нажмите ещё раз, чтобы изменить.</translation>
  </message>
  <message>
   <location filename="app/service/commands/annotation_actions.py" />
   <source>Annotation</source>
   <translation>Метка</translation>
  </message>
  <message>
   <location filename="app/service/commands/annotation_actions.py" />
   <source>Accept</source>
   <translation>Принять</translation>
  </message>
  <message>
   <location filename="app/service/commands/annotation_actions.py" />
   <source>Reject</source>
   <translation>Отклонить</translation>
  </message>
  <message>
   <location filename="app/service/commands/annotation_actions.py" />
   <source>This mention alone</source>
   <translation>Только это упоминание</translation>
  </message>
  <message>
   <location filename="app/service/commands/annotation_actions.py" />
   <source>Accept this mention alone</source>
   <translation>Принять только это упоминание</translation>
  </message>
  <message>
   <location filename="app/service/commands/annotation_actions.py" />
   <source>Reject this mention alone</source>
   <translation>Отклонить только это упоминание</translation>
  </message>
  <message>
   <location filename="app/service/commands/annotation_actions.py" />
   <source>Choose a label…</source>
   <translation>Выбрать метку…</translation>
  </message>
  <message>
   <location filename="app/service/commands/annotation_actions.py" />
   <source>Label all equal mentions in the article</source>
   <translation>Пометить все такие же упоминания в статье</translation>
  </message>
  <message>
   <location filename="app/service/commands/annotation_actions.py" />
   <source>spread propagate all mentions everywhere</source>
   <translation>распространить пометить везде все упоминания</translation>
  </message>
  <message>
   <location filename="app/service/commands/annotation_actions.py" />
   <source>Label all equal mentions in the project…</source>
   <translation>Пометить все такие же упоминания в проекте…</translation>
  </message>
  <message>
   <location filename="app/service/commands/annotation_actions.py" />
   <source>spread propagate all mentions everywhere bulk</source>
   <translation>распространить пометить везде во всём проекте все упоминания массово</translation>
  </message>
  <message>
   <location filename="app/service/commands/annotation_actions.py" />
   <source>Link to entity…</source>
   <translation>Указать, кто или что это…</translation>
  </message>
  <message>
   <location filename="app/service/commands/annotation_actions.py" />
   <source>who identify same person register</source>
   <translation>связать привязать персона реестр</translation>
  </message>
  <message>
   <location filename="app/service/commands/annotation_actions.py" />
   <source>Edit the normal form…</source>
   <translation>Изменить начальную форму…</translation>
  </message>
  <message>
   <location filename="app/service/commands/annotation_actions.py" />
   <source>Teach this name to the project</source>
   <translation>Запомнить это имя в проекте</translation>
  </message>
  <message>
   <location filename="app/service/commands/annotation_actions.py" />
   <source>Look at what is offered</source>
   <translation>Посмотреть предложенное</translation>
  </message>
  <message>
   <location filename="app/service/commands/annotation_actions.py" />
   <source>Note on the annotation…</source>
   <translation>Заметка к метке…</translation>
  </message>
  <message>
   <location filename="app/service/commands/annotation_actions.py" />
   <source>Note on the article…</source>
   <translation>Заметка к статье…</translation>
  </message>
  <message>
   <location filename="app/service/commands/annotation_actions.py" />
   <source>Note on the project…</source>
   <translation>Заметка к проекту…</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/commands/article_actions.py" />
   <source>{n} accepted, article {place} done. {key} takes it back.</source>
   <translation>
    <numerusform>Принята {n} метка, статья {place} готова. Вернуть: {key}.</numerusform>
    <numerusform>Приняты {n} метки, статья {place} готова. Вернуть: {key}.</numerusform>
    <numerusform>Принято {n} меток, статья {place} готова. Вернуть: {key}.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>{what} {more}</source>
   <translation>{what} {more}</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/commands/article_actions.py" />
   <source>Shown ones are done ({shown}). {n} are hidden by the filter. {key} clears it.</source>
   <translation>
    <numerusform>Показанные готовы ({shown}). Ещё {n} скрыта отбором. Снять отбор: {key}.</numerusform>
    <numerusform>Показанные готовы ({shown}). Ещё {n} скрыты отбором. Снять отбор: {key}.</numerusform>
    <numerusform>Показанные готовы ({shown}). Ещё {n} скрыто отбором. Снять отбор: {key}.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Go</source>
   <translation>Переход</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Next article</source>
   <translation>Следующая статья</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Previous article</source>
   <translation>Предыдущая статья</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Filter articles</source>
   <translation>Отбор статей</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>filter narrow choose list</source>
   <translation>фильтр отобрать список выбрать</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Article</source>
   <translation>Статья</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Accept the rest and finish the article</source>
   <translation>Принять остальное и завершить статью</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Article is done</source>
   <translation>Статья готова</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Flag the article…</source>
   <translation>Пометить статью флажком…</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>bookmark mark</source>
   <translation>закладка отметить</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Skip the article…</source>
   <translation>Пропустить статью…</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Edit title, date and source…</source>
   <translation>Изменить заголовок, дату и источник…</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Tags…</source>
   <translation>Теги…</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>keywords topics</source>
   <translation>ключевые слова темы ярлыки метки статьи</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Priority…</source>
   <translation>Приоритет…</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>urgent urgency important</source>
   <translation>срочность срочно важность важно</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Change several articles…</source>
   <translation>Изменить несколько статей…</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>bulk batch mass group status all shown done skip flag tag</source>
   <translation>массово пакетно групповые изменения статус выделенные все показанные готово пропустить флажок тег</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Open the source in the browser</source>
   <translation>Открыть источник в браузере</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Compare with the article that is nearly the same…</source>
   <translation>Сравнить с почти такой же статьёй…</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>duplicate near copy same</source>
   <translation>дубликат повтор копия похожая</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Remove the article</source>
   <translation>Удалить статью</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>{what}. {key} takes it back.</source>
   <translation>{what}. Вернуть: {key}.</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Undo</source>
   <translation>Отменить</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>The article was done before, nothing was changed.</source>
   <translation>Статья уже была готова, ничего не изменено.</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Every article is done.</source>
   <translation>Все статьи готовы.</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Clear all filters</source>
   <translation>Снять весь отбор</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Article is open again</source>
   <translation>Статья снова в работе</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Article flagged</source>
   <translation>Статья помечена флажком</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>The flag is off</source>
   <translation>Флажок снят</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Flag the article</source>
   <translation>Пометить статью флажком</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Article skipped</source>
   <translation>Статья пропущена</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Skip the article</source>
   <translation>Пропустить статью</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/commands/article_actions.py" />
   <source>{n} accepted, the article is done. {key} takes it back.</source>
   <translation>
    <numerusform>Принята {n} метка, статья готова. Вернуть: {key}.</numerusform>
    <numerusform>Приняты {n} метки, статья готова. Вернуть: {key}.</numerusform>
    <numerusform>Принято {n} меток, статья готова. Вернуть: {key}.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Take the flag off</source>
   <translation>Снять флажок</translation>
  </message>
  <message>
   <location filename="app/service/commands/article_actions.py" />
   <source>Take the article up again</source>
   <translation>Вернуть статью в работу</translation>
  </message>
  <message>
   <location filename="app/service/commands/boundary_actions.py" />
   <source>Boundaries</source>
   <translation>Границы</translation>
  </message>
  <message>
   <location filename="app/service/commands/boundary_actions.py" />
   <source>Extend end by one token</source>
   <translation>Сдвинуть конец на слово вправо</translation>
  </message>
  <message>
   <location filename="app/service/commands/boundary_actions.py" />
   <source>Shorten end by one token</source>
   <translation>Сдвинуть конец на слово влево</translation>
  </message>
  <message>
   <location filename="app/service/commands/boundary_actions.py" />
   <source>Shorten start by one token</source>
   <translation>Сдвинуть начало на слово вправо</translation>
  </message>
  <message>
   <location filename="app/service/commands/boundary_actions.py" />
   <source>Extend start by one token</source>
   <translation>Сдвинуть начало на слово влево</translation>
  </message>
  <message>
   <location filename="app/service/commands/boundary_actions.py" />
   <source>Extend end to the next end of a clause</source>
   <translation>Продлить конец до следующего знака</translation>
  </message>
  <message>
   <location filename="app/service/commands/boundary_actions.py" />
   <source>Shorten end to the end of a clause</source>
   <translation>Сократить конец до предыдущего знака</translation>
  </message>
  <message>
   <location filename="app/service/commands/boundary_actions.py" />
   <source>Shorten start to the start of a clause</source>
   <translation>Сократить начало до следующего знака</translation>
  </message>
  <message>
   <location filename="app/service/commands/boundary_actions.py" />
   <source>Extend start to the start of a clause before</source>
   <translation>Продлить начало до предыдущего знака</translation>
  </message>
  <message>
   <location filename="app/service/commands/boundary_actions.py" />
   <source>Extend end by one character</source>
   <translation>Сдвинуть конец на знак вправо</translation>
  </message>
  <message>
   <location filename="app/service/commands/boundary_actions.py" />
   <source>Shorten end by one character</source>
   <translation>Сдвинуть конец на знак влево</translation>
  </message>
  <message>
   <location filename="app/service/commands/boundary_actions.py" />
   <source>Shorten start by one character</source>
   <translation>Сдвинуть начало на знак вправо</translation>
  </message>
  <message>
   <location filename="app/service/commands/boundary_actions.py" />
   <source>Extend start by one character</source>
   <translation>Сдвинуть начало на знак влево</translation>
  </message>
  <message>
   <location filename="app/service/commands/claim_actions.py" />
   <source>Claim</source>
   <translation>Утверждение</translation>
  </message>
  <message>
   <location filename="app/service/commands/claim_actions.py" />
   <source>Set the speaker…</source>
   <translation>Указать, кто говорит…</translation>
  </message>
  <message>
   <location filename="app/service/commands/claim_actions.py" />
   <source>Set as reporting cue</source>
   <translation>Отметить как вводящие слова</translation>
  </message>
  <message>
   <location filename="app/service/commands/claim_actions.py" />
   <source>Remove the speaker</source>
   <translation>Убрать говорящего</translation>
  </message>
  <message>
   <location filename="app/service/commands/claim_actions.py" />
   <source>Remove the reporting cue</source>
   <translation>Убрать вводящие слова</translation>
  </message>
  <message>
   <location filename="app/service/commands/claim_actions.py" />
   <source>Cut the selection out of the claim, or add it</source>
   <translation>Исключить выделенное из утверждения или добавить</translation>
  </message>
  <message>
   <location filename="app/service/commands/claim_actions.py" />
   <source>Join the pieces of the claim</source>
   <translation>Соединить части утверждения</translation>
  </message>
  <message>
   <location filename="app/service/commands/keymap.py" />
   <source>“{key}” is not a key.</source>
   <translation>«{key}» — не клавиша.</translation>
  </message>
  <message>
   <location filename="app/service/commands/keymap.py" />
   <source>Write keys as in “Ctrl+Shift+Z”, by their places on a US keyboard.</source>
   <translation>Пишите клавиши как «Ctrl+Shift+Z», по местам на американской клавиатуре.</translation>
  </message>
  <message>
   <location filename="app/service/commands/keymap.py" />
   <source>The preset of keys “{preset}” is not known. The default one is used.</source>
   <translation>Набор клавиш «{preset}» неизвестен. Взят набор по умолчанию.</translation>
  </message>
  <message>
   <location filename="app/service/commands/keymap.py" />
   <source>The key “{key}” of “{action}” is left out: there is no such key.</source>
   <translation>Клавиша «{key}» для «{action}» пропущена: такой клавиши нет.</translation>
  </message>
  <message>
   <location filename="app/service/commands/label_actions.py" />
   <source>Entity label</source>
   <translation>Метка имени</translation>
  </message>
  <message>
   <location filename="app/service/commands/label_actions.py" />
   <source>Entity label by key</source>
   <translation>Метка имени по клавише</translation>
  </message>
  <message>
   <location filename="app/service/commands/label_actions.py" />
   <source>Claim label</source>
   <translation>Вид утверждения</translation>
  </message>
  <message>
   <location filename="app/service/commands/label_actions.py" />
   <source>Claim label by key</source>
   <translation>Вид утверждения по клавише</translation>
  </message>
  <message>
   <location filename="app/service/commands/label_actions.py" />
   <source>Entity label by key, this mention alone</source>
   <translation>Метка по клавише, только это упоминание</translation>
  </message>
  <message>
   <location filename="app/service/commands/label_actions.py" />
   <source>No label on key {key}</source>
   <translation>На клавише {key} метки нет</translation>
  </message>
  <message>
   <location filename="app/service/commands/label_actions.py" />
   <source>{label}: this mention alone</source>
   <translation>{label}: только это упоминание</translation>
  </message>
  <message>
   <location filename="app/service/commands/label_actions.py" />
   <source>Label: {label}</source>
   <translation>Метка: {label}</translation>
  </message>
  <message>
   <location filename="app/service/commands/label_actions.py" />
   <source>Claim: {label}</source>
   <translation>Утверждение: {label}</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>View</source>
   <translation>Вид</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>Article list</source>
   <translation>Список статей</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>order arrange list of articles</source>
   <translation>сортировка упорядочить порядок список статей</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>Only open articles</source>
   <translation>Только незавершённые статьи</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>not done</source>
   <translation>не готовы</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>Only flagged articles</source>
   <translation>Только статьи с флажком</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>show all articles</source>
   <translation>показать все статьи</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>Saved filters…</source>
   <translation>Сохранённые отборы…</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>queues named lists</source>
   <translation>фильтры очереди именованные списки</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>Save the filter…</source>
   <translation>Сохранить отбор…</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>queue named list</source>
   <translation>фильтр очередь именованный список</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>Columns of the article list…</source>
   <translation>Столбцы списка статей…</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>table header show hide</source>
   <translation>колонки таблица заголовок показать скрыть</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>Wide list of articles</source>
   <translation>Широкий список статей</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>widen width</source>
   <translation>расширить ширина таблица шире</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>Sort by order of import</source>
   <translation>Сортировать по порядку импорта</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>Sort by date</source>
   <translation>Сортировать по дате</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>Sort by title</source>
   <translation>Сортировать по названию</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>Sort by what is left to decide</source>
   <translation>Сортировать по числу оставшихся решений</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>Sort by source</source>
   <translation>Сортировать по источнику</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>Sort by status</source>
   <translation>Сортировать по статусу</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>Sort by uncertainty</source>
   <translation>Сортировать по сомнительности</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>Sort by number of notes</source>
   <translation>Сортировать по числу заметок</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>Sort by tags</source>
   <translation>Сортировать по тегам</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>Sort by priority</source>
   <translation>Сортировать по приоритету</translation>
  </message>
  <message>
   <location filename="app/service/commands/list_actions.py" />
   <source>Sort by flag</source>
   <translation>Сортировать по флажку</translation>
  </message>
  <message>
   <location filename="app/service/commands/navigation_actions.py" />
   <source>Next annotation</source>
   <translation>Следующая метка</translation>
  </message>
  <message>
   <location filename="app/service/commands/navigation_actions.py" />
   <source>Previous annotation</source>
   <translation>Предыдущая метка</translation>
  </message>
  <message>
   <location filename="app/service/commands/navigation_actions.py" />
   <source>Next still proposed</source>
   <translation>Следующая нерешённая</translation>
  </message>
  <message>
   <location filename="app/service/commands/navigation_actions.py" />
   <source>Previous still proposed</source>
   <translation>Предыдущая нерешённая</translation>
  </message>
  <message>
   <location filename="app/service/commands/navigation_actions.py" />
   <source>Next claim</source>
   <translation>Следующее утверждение</translation>
  </message>
  <message>
   <location filename="app/service/commands/navigation_actions.py" />
   <source>Previous claim</source>
   <translation>Предыдущее утверждение</translation>
  </message>
  <message>
   <location filename="app/service/commands/navigation_actions.py" />
   <source>Next likely missed mention</source>
   <translation>Следующий вероятный пропуск</translation>
  </message>
  <message>
   <location filename="app/service/commands/navigation_actions.py" />
   <source>Jump to a likely missed mention…</source>
   <translation>Перейти к вероятному пропуску…</translation>
  </message>
  <message>
   <location filename="app/service/commands/navigation_actions.py" />
   <source>Least certain first</source>
   <translation>Сначала наименее уверенные</translation>
  </message>
  <message>
   <location filename="app/service/commands/navigation_actions.py" />
   <source>doubtful first</source>
   <translation>сначала сомнительные</translation>
  </message>
  <message>
   <location filename="app/service/commands/navigation_actions.py" />
   <source>Decide equal mentions together</source>
   <translation>Решать одинаковые упоминания вместе</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Undone: {what} · History: {key}</source>
   <translation>Отменено: {what} · История: {key}</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>File</source>
   <translation>Файл</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>New project…</source>
   <translation>Новый проект…</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Open project…</source>
   <translation>Открыть проект…</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Import articles…</source>
   <translation>Импорт статей…</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>load add open files new</source>
   <translation>загрузить добавить открыть файлы новые</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Import a folder…</source>
   <translation>Импорт папки…</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>load add directory files</source>
   <translation>загрузить добавить каталог файлы</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>New article from clipboard</source>
   <translation>Новая статья из буфера обмена</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Report of the last job</source>
   <translation>Отчёт о последней работе</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>errors failed lost</source>
   <translation>ошибки импорта не прочитано потеряно</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Look for articles that are nearly the same</source>
   <translation>Найти почти одинаковые статьи</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>duplicates similar near copies same compare all</source>
   <translation>дубли дубликаты повторы копии похожие сравнить все</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Watch a folder for new articles…</source>
   <translation>Следить за папкой с новыми статьями…</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>inbox incoming new files import monitor observe</source>
   <translation>входящие новые файлы импорт слежение наблюдать</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Pause the work, or go on</source>
   <translation>Приостановить или продолжить работу</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>import tagging wait continue</source>
   <translation>импорт разметка пауза продолжить</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Stop the work</source>
   <translation>Остановить работу</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>cancel abort import tagging</source>
   <translation>отменить прервать импорт разметка</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Resume the unfinished work</source>
   <translation>Продолжить незаконченную работу</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>import tagging crash continue</source>
   <translation>импорт разметка сбой продолжить возобновить</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Export…</source>
   <translation>Экспорт…</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>write save as excel table word pdf html csv</source>
   <translation>выгрузить сохранить как эксель excel таблица word pdf html csv</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Print…</source>
   <translation>Печать…</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>paper printer page</source>
   <translation>бумага принтер страница распечатать</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Save a copy…</source>
   <translation>Сохранить копию…</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Backups…</source>
   <translation>Резервные копии…</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Tag this article again</source>
   <translation>Разметить эту статью заново</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>pre-tag annotate automatically</source>
   <translation>тегировать предразметка разметка автоматически</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Tag all articles shown again</source>
   <translation>Разметить все показанные статьи заново</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>What the tagger knows…</source>
   <translation>Что знает разметчик…</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Label scheme…</source>
   <translation>Схема меток…</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Settings…</source>
   <translation>Настройки…</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>options preferences language theme</source>
   <translation>параметры язык тема шрифт</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Close project</source>
   <translation>Закрыть проект</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Quit</source>
   <translation>Выйти</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Edit</source>
   <translation>Правка</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Redo</source>
   <translation>Повторить</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Undo: {what}</source>
   <translation>Отменить: {what}</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Redo: {what}</source>
   <translation>Повторить: {what}</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>There is nothing to undo.</source>
   <translation>Отменять нечего.</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Undone: {what}</source>
   <translation>Отменено: {what}</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>Redone: {what}</source>
   <translation>Повторено: {what}</translation>
  </message>
  <message>
   <location filename="app/service/commands/project_actions.py" />
   <source>There is nothing to redo.</source>
   <translation>Повторять нечего.</translation>
  </message>
  <message>
   <location filename="app/service/commands/recent_actions.py" />
   <source>Open {name} · {folder}</source>
   <translation>Открыть {name} · {folder}</translation>
  </message>
  <message>
   <location filename="app/service/commands/recent_actions.py" />
   <source>Open Recent</source>
   <translation>Недавние проекты</translation>
  </message>
  <message>
   <location filename="app/service/commands/recent_actions.py" />
   <source>Open a recent project</source>
   <translation>Открыть недавний проект</translation>
  </message>
  <message>
   <location filename="app/service/commands/registry.py" />
   <source>Select</source>
   <translation>Выделение</translation>
  </message>
  <message>
   <location filename="app/service/commands/registry.py" />
   <source>Caret</source>
   <translation>Курсор</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Next token</source>
   <translation>Следующее слово</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Previous token</source>
   <translation>Предыдущее слово</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Line down</source>
   <translation>Строкой ниже</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Line up</source>
   <translation>Строкой выше</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Start of the line</source>
   <translation>В начало строки</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>End of the line</source>
   <translation>В конец строки</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Next sentence</source>
   <translation>Следующее предложение</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Previous sentence</source>
   <translation>Предыдущее предложение</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Page down</source>
   <translation>Страницей ниже</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Page up</source>
   <translation>Страницей выше</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Start of the article</source>
   <translation>В начало статьи</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>End of the article</source>
   <translation>В конец статьи</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Select to the next token</source>
   <translation>Выделить до следующего слова</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Select to the previous token</source>
   <translation>Выделить до предыдущего слова</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Select a line down</source>
   <translation>Выделить строкой ниже</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Select a line up</source>
   <translation>Выделить строкой выше</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Select to the start of the line</source>
   <translation>Выделить до начала строки</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Select to the end of the line</source>
   <translation>Выделить до конца строки</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Select to the end of the sentence</source>
   <translation>Выделить до конца предложения</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Select to the start of the sentence</source>
   <translation>Выделить до начала предложения</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Select a page down</source>
   <translation>Выделить страницей ниже</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Select a page up</source>
   <translation>Выделить страницей выше</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Select to the start of the article</source>
   <translation>Выделить до начала статьи</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Select to the end of the article</source>
   <translation>Выделить до конца статьи</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Select the whole article</source>
   <translation>Выделить всю статью</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Copy</source>
   <translation>Копировать</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Copy with the source</source>
   <translation>Копировать с источником</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Copy the list of annotations</source>
   <translation>Копировать список меток</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Find in the article</source>
   <translation>Найти в статье</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>search this text words</source>
   <translation>поиск искать найти в тексте слова</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Find next</source>
   <translation>Найти дальше</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Find previous</source>
   <translation>Найти раньше</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Find in the project</source>
   <translation>Найти в проекте</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>search everywhere all articles global query words concordance corpus</source>
   <translation>поиск искать найти везде во всех статьях глобальный запрос слова конкорданс корпус</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>Rebuild the index</source>
   <translation>Построить указатель заново</translation>
  </message>
  <message>
   <location filename="app/service/commands/text_actions.py" />
   <source>reindex refresh update renew repair search lemma find words</source>
   <translation>поиск перестроить пересоздать обновить переиндексировать исправить лемма найти слова индекс</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Articles</source>
   <translation>Статьи</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Annotations</source>
   <translation>Метки</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Inspector</source>
   <translation>Сведения</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Notes</source>
   <translation>Заметки</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Go to the text</source>
   <translation>К тексту</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Menu bar</source>
   <translation>Строка меню</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>History…</source>
   <translation>История…</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>log journal changes who when</source>
   <translation>журнал изменения кто когда</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Claim ledger…</source>
   <translation>Реестр утверждений…</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>claims, promises, forecasts, statements, verdicts, overdue, due timeline time line fact check facts table who promised what claimreview</source>
   <translation>утверждения, обещания, прогнозы, заявления, вердикты, просрочено, сроки, лента времени, проверка фактов, фактчек, таблица кто что обещал claimreview</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Register…</source>
   <translation>Реестр…</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>people persons organisations organizations places entities names card merge join same duplicates aliases variants</source>
   <translation>персоны люди организации места имена карточка объединить слить одно и то же дубликаты варианты синонимы справочник записи сущности</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Review queue…</source>
   <translation>Очередь на проверку…</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>least certain doubtful uncertain worst all articles decide in a row check</source>
   <translation>проверка проверить сомнительные неуверенные худшие все статьи решать подряд</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Overview…</source>
   <translation>Обзор…</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>progress pace statistics charts graphs pictures dashboard sources names precision sample</source>
   <translation>ход работы прогресс темп статистика сводка графики диаграммы картины картинки источники имена точность выборка</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Next of the sample</source>
   <translation>Следующее из выборки</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>random sample precision hidden pre-tags</source>
   <translation>случайная выборка точность скрытые метки</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Next pane</source>
   <translation>Следующая панель</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Previous pane</source>
   <translation>Предыдущая панель</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Show rejected annotations</source>
   <translation>Показывать отклонённые</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Larger text</source>
   <translation>Крупнее</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Smaller text</source>
   <translation>Мельче</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Text at 100 %</source>
   <translation>Масштаб 100 %</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Full screen</source>
   <translation>Во весь экран</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Theme</source>
   <translation>Тема</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Same as system</source>
   <translation>Как в системе</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Light</source>
   <translation>Светлая</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Dark</source>
   <translation>Тёмная</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Language</source>
   <translation>Язык</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>English</source>
   <translation>English</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Русский</source>
   <translation>Русский</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Help</source>
   <translation>Справка</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>All commands…</source>
   <translation>Все команды…</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>guide manual first steps labels examples</source>
   <translation>помощь руководство первые шаги метки примеры</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Cheat sheet of keys</source>
   <translation>Шпаргалка по клавишам</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>shortcuts hotkeys keyboard</source>
   <translation>горячие клавиши сочетания клавиатура</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>About Pometka</source>
   <translation>О программе</translation>
  </message>
  <message>
   <location filename="app/service/commands/view_actions.py" />
   <source>Clear the selection, close what is open</source>
   <translation>Снять выделение, закрыть открытое</translation>
  </message>
  <message>
   <location filename="app/service/corpus/hit_decisions.py" />
   <source>label {count} × “{text}” as {label}</source>
   <translation>метка «{label}» для {count} × «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/corpus/hit_decisions.py" />
   <source>Labelled {label}</source>
   <translation>Размечено как «{label}»</translation>
  </message>
  <message>
   <location filename="app/service/corpus/hit_decisions.py" />
   <source>accept {count} × “{text}”</source>
   <translation>принятие {count} × «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/corpus/hit_decisions.py" />
   <source>Accepted</source>
   <translation>Принято</translation>
  </message>
  <message>
   <location filename="app/service/corpus/hit_decisions.py" />
   <source>reject {count} × “{text}”</source>
   <translation>отклонение {count} × «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/corpus/hit_decisions.py" />
   <source>Rejected</source>
   <translation>Отклонено</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/corpus/hit_decisions.py" />
   <source>{n} places</source>
   <translation>
    <numerusform>{n} место</numerusform>
    <numerusform>{n} места</numerusform>
    <numerusform>{n} мест</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/corpus/hit_decisions.py" />
   <source>in {n} articles</source>
   <translation>
    <numerusform>в {n} статье</numerusform>
    <numerusform>в {n} статьях</numerusform>
    <numerusform>в {n} статьях</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/corpus/hit_decisions.py" />
   <source>{done}: {mentions} {where}. One undo takes all back.</source>
   <translation>{done}: {mentions} {where}. Одна отмена вернёт всё.</translation>
  </message>
  <message>
   <location filename="app/service/corpus/ledger/claim_steps.py" />
   <source>looked at “{text}”, nothing new</source>
   <translation>проверено: «{text}», нового нет</translation>
  </message>
  <message>
   <location filename="app/service/corpus/ledger/claim_steps.py" />
   <source>due date and topic of “{text}”</source>
   <translation>срок и тема высказывания «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/corpus/ledger/claim_steps.py" />
   <source>verdict on “{text}”</source>
   <translation>вердикт: «{text}»</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/corpus/ledger/claim_steps.py" />
   <source>{n} places of one claim</source>
   <translation>
    <numerusform>{n} место одного утверждения</numerusform>
    <numerusform>{n} места одного утверждения</numerusform>
    <numerusform>{n} мест одного утверждения</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/corpus/ledger/ledger_export.py" />
   <source>{n} claims without a verdict</source>
   <translation>
    <numerusform>{n} утверждение без вердикта</numerusform>
    <numerusform>{n} утверждения без вердикта</numerusform>
    <numerusform>{n} утверждений без вердикта</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/corpus/ledger/ledger_export.py" />
   <source>{n} promises, forecasts and demands</source>
   <translation>
    <numerusform>{n} обещание, прогноз или требование</numerusform>
    <numerusform>{n} обещания, прогноза или требования</numerusform>
    <numerusform>{n} обещаний, прогнозов и требований</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/corpus/ledger/ledger_export.py" />
   <source>{n} claims without a public page</source>
   <translation>
    <numerusform>{n} утверждение без открытой страницы</numerusform>
    <numerusform>{n} утверждения без открытой страницы</numerusform>
    <numerusform>{n} утверждений без открытой страницы</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/corpus/overview/sampling.py" />
   <source>Nothing fits what the sample is to be drawn from.</source>
   <translation>Выборку не из чего взять: ничего не подходит.</translation>
  </message>
  <message>
   <location filename="app/service/corpus/overview/sampling.py" />
   <source>Take another filter, or let the tagger read the articles first.</source>
   <translation>Измените отбор или сначала разметьте статьи автоматически.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/corpus/overview/sampling.py" />
   <source>draw a sample of {n}</source>
   <translation>
    <numerusform>взять выборку из {n}</numerusform>
    <numerusform>взять выборку из {n}</numerusform>
    <numerusform>взять выборку из {n}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/corpus/overview/sampling.py" />
   <source>All of the sample is decided: the overview shows what it tells.</source>
   <translation>Вся выборка решена: что она показала, видно в обзоре.</translation>
  </message>
  <message>
   <location filename="app/service/corpus/overview/sampling.py" />
   <source>No sample was drawn yet: the overview draws one.</source>
   <translation>Выборки ещё нет: её берут в обзоре.</translation>
  </message>
  <message>
   <location filename="app/service/corpus/overview/sampling.py" />
   <source>Sample: {place} of {count}</source>
   <translation>Выборка: {place} из {count}</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/corpus/register/judging.py" />
   <source>join {n} records to “{name}”</source>
   <translation>
    <numerusform>объединить с «{name}» {n} запись</numerusform>
    <numerusform>объединить с «{name}» {n} записи</numerusform>
    <numerusform>объединить с «{name}» {n} записей</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/corpus/register/judging.py" />
   <source>describe “{name}” in the register</source>
   <translation>описать «{name}» в реестре</translation>
  </message>
  <message>
   <location filename="app/service/corpus/register/judging.py" />
   <source>“{left}” and “{right}” are not judged any more</source>
   <translation>«{left}» и «{right}» снова без решения</translation>
  </message>
  <message>
   <location filename="app/service/corpus/register/judging.py" />
   <source>“{left}” and “{right}”: not sure</source>
   <translation>«{left}» и «{right}»: неясно</translation>
  </message>
  <message>
   <location filename="app/service/corpus/register/judging.py" />
   <source>“{name}” stands alone again</source>
   <translation>«{name}» снова отдельно</translation>
  </message>
  <message>
   <location filename="app/service/corpus/register/judging.py" />
   <source>“{left}” and “{right}” are the same</source>
   <translation>«{left}» и «{right}» — одно и то же</translation>
  </message>
  <message>
   <location filename="app/service/corpus/register/judging.py" />
   <source>“{left}” and “{right}” are different</source>
   <translation>«{left}» и «{right}» — разные</translation>
  </message>
  <message>
   <location filename="app/service/corpus/review/queue_edits.py" />
   <source>The boundary cannot go further.</source>
   <translation>Дальше границу сдвинуть нельзя.</translation>
  </message>
  <message>
   <location filename="app/service/corpus/review/queue_edits.py" />
   <source>An entity cannot cross a line end.</source>
   <translation>Имя не может продолжаться на следующей строке.</translation>
  </message>
  <message>
   <location filename="app/service/corpus/saved_queries.py" />
   <source>save the query “{name}”</source>
   <translation>сохранение запроса «{name}»</translation>
  </message>
  <message>
   <location filename="app/service/corpus/saved_queries.py" />
   <source>remove the query “{name}”</source>
   <translation>удаление запроса «{name}»</translation>
  </message>
  <message>
   <location filename="app/service/corpus/search_stream.py" />
   <source>The search was stopped: {what}</source>
   <translation>Поиск остановлен: {what}</translation>
  </message>
  <message>
   <location filename="app/service/corpus/search_stream.py" />
   <source>Search again.</source>
   <translation>Повторите поиск.</translation>
  </message>
  <message>
   <location filename="app/service/corpus/search_stream.py" />
   <source>The regular expression takes too long in one article.</source>
   <translation>Регулярное выражение слишком долго ищет в одной статье.</translation>
  </message>
  <message>
   <location filename="app/service/corpus/search_stream.py" />
   <source>Nested repeats such as (а+)+ do that: write it more exactly.</source>
   <translation>Так бывает из-за вложенных повторов вроде (а+)+: запишите его точнее.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/article_edits.py" />
   <source>remove {n} articles</source>
   <translation>
    <numerusform>удаление {n} статьи</numerusform>
    <numerusform>удаление {n} статей</numerusform>
    <numerusform>удаление {n} статей</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/edits/article_edits.py" />
   <source>keep “{title}” beside the article that is nearly the same</source>
   <translation>оставить «{title}» рядом с почти такой же статьёй</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/article_edits.py" />
   <source>{n} articles changed. One undo takes all back.</source>
   <translation>
    <numerusform>Изменена {n} статья. Одна отмена вернёт всё назад.</numerusform>
    <numerusform>Изменено {n} статьи. Одна отмена вернёт всё назад.</numerusform>
    <numerusform>Изменено {n} статей. Одна отмена вернёт всё назад.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/edits/article_edits.py" />
   <source>remove the article “{title}”</source>
   <translation>удаление статьи «{title}»</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/article_edits.py" />
   <source>{n} articles removed. One undo brings them back.</source>
   <translation>
    <numerusform>Убрана {n} статья. Одна отмена вернёт её.</numerusform>
    <numerusform>Убраны {n} статьи. Одна отмена вернёт их.</numerusform>
    <numerusform>Убрано {n} статей. Одна отмена вернёт их.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/edits/candidate_jumps.py" />
   <source>No likely missed mention here.</source>
   <translation>Вероятных пропусков здесь нет.</translation>
  </message>
  <message>
   <location filename="app/service/edits/claim_edits.py" />
   <source>There is no claim here.</source>
   <translation>Здесь нет утверждения.</translation>
  </message>
  <message>
   <location filename="app/service/edits/claim_edits.py" />
   <source>There are no words in the selection.</source>
   <translation>В выделении нет слов.</translation>
  </message>
  <message>
   <location filename="app/service/edits/claim_edits.py" />
   <source>Go to a claim and select the words to remove from it or add to it.</source>
   <translation>Перейдите к утверждению и выделите слова, которые нужно исключить или добавить.</translation>
  </message>
  <message>
   <location filename="app/service/edits/claim_edits.py" />
   <source>Nothing would be left of the claim.</source>
   <translation>От утверждения ничего не останется.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/decisions.py" />
   <source>{n} accepted in the selection.</source>
   <translation>
    <numerusform>В выделении принята {n} метка.</numerusform>
    <numerusform>В выделении приняты {n} метки.</numerusform>
    <numerusform>В выделении принято {n} меток.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/decisions.py" />
   <source>{n} rejected in the selection.</source>
   <translation>
    <numerusform>В выделении отклонена {n} метка.</numerusform>
    <numerusform>В выделении отклонены {n} метки.</numerusform>
    <numerusform>В выделении отклонено {n} меток.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/edits/decisions.py" />
   <source>The selection contains no whole annotation.</source>
   <translation>В выделении нет ни одной метки целиком.</translation>
  </message>
  <message>
   <location filename="app/service/edits/decisions.py" />
   <source>There are no words here.</source>
   <translation>Здесь нет слов.</translation>
  </message>
  <message>
   <location filename="app/service/edits/decisions.py" />
   <source>A claim is current: go to a mention or to a word to label that.</source>
   <translation>Сейчас выбрано утверждение: чтобы поставить метку, перейдите к упоминанию или к слову.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/edit_helpers.py" />
   <source>{done}: “{text}” and {n} more: {others}</source>
   <translation>
    <numerusform>{done}: «{text}» и ещё {n} упоминание: {others}</numerusform>
    <numerusform>{done}: «{text}» и ещё {n} упоминания: {others}</numerusform>
    <numerusform>{done}: «{text}» и ещё {n} упоминаний: {others}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/edit_helpers.py" />
   <source>{done}: “{text}” and {n} more</source>
   <translation>
    <numerusform>{done}: «{text}» и ещё {n} упоминание</numerusform>
    <numerusform>{done}: «{text}» и ещё {n} упоминания</numerusform>
    <numerusform>{done}: «{text}» и ещё {n} упоминаний</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/edits/edit_helpers.py" />
   <source>The claim here is current now: press again to change it.</source>
   <translation>Теперь выбрано утверждение: нажмите ещё раз, чтобы изменить его.</translation>
  </message>
  <message>
   <location filename="app/service/edits/edit_helpers.py" />
   <source>There is no annotation here.</source>
   <translation>Здесь нет метки.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/entity_links.py" />
   <source>{n} mentions</source>
   <translation>
    <numerusform>{n} упоминание</numerusform>
    <numerusform>{n} упоминания</numerusform>
    <numerusform>{n} упоминаний</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/edits/entity_links.py" />
   <source>Linked to “{name}”</source>
   <translation>Связано с «{name}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/entity_links.py" />
   <source>Link removed</source>
   <translation>Связь снята</translation>
  </message>
  <message>
   <location filename="app/service/edits/entity_links.py" />
   <source>{count} {where}: “{name}” now. One undo takes all back.</source>
   <translation>{count} {where}: теперь «{name}». Одна отмена вернёт всё.</translation>
  </message>
  <message>
   <location filename="app/service/edits/piece_moves.py" />
   <source>No words would be left there: a mark alone cannot be labelled.</source>
   <translation>Там не осталось бы слов: одни знаки препинания не размечаются.</translation>
  </message>
  <message>
   <location filename="app/service/edits/piece_moves.py" />
   <source>Boundary moved</source>
   <translation>Граница сдвинута</translation>
  </message>
  <message>
   <location filename="app/service/edits/repeats/corrections.py" />
   <source>relabel {count} × “{text}” to {label}, as corrected before</source>
   <translation>метка «{label}» для {count} × «{text}», как исправляли раньше</translation>
  </message>
  <message>
   <location filename="app/service/edits/repeats/corrections.py" />
   <source>reject {count} × “{text}”, as corrected before</source>
   <translation>отклонение {count} × «{text}», как исправляли раньше</translation>
  </message>
  <message>
   <location filename="app/service/edits/repeats/corrections.py" />
   <source>annotate {count} × “{text}” as {label}, as corrected before</source>
   <translation>метка «{label}» для {count} × «{text}», как размечали раньше</translation>
  </message>
  <message>
   <location filename="app/service/edits/repeats/corrections.py" />
   <source>move a boundary of {count} × “{text}”, as corrected before</source>
   <translation>сдвиг границы {count} × «{text}», как исправляли раньше</translation>
  </message>
  <message>
   <location filename="app/service/edits/repeats/corrections.py" />
   <source>“{text}”: {label} instead of {old}</source>
   <translation>«{text}»: {label} вместо {old}</translation>
  </message>
  <message>
   <location filename="app/service/edits/repeats/corrections.py" />
   <source>Reject {old}: “{text}”</source>
   <translation>Отклонить {old}: «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/repeats/corrections.py" />
   <source>{label}: “{text}”</source>
   <translation>{label}: «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/repeats/corrections.py" />
   <source>“{new}” instead of “{text}”</source>
   <translation>«{new}» вместо «{text}»</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/repeats/offers.py" />
   <source>{n} more</source>
   <translation>
    <numerusform>ещё {n}</numerusform>
    <numerusform>ещё {n}</numerusform>
    <numerusform>ещё {n}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/edits/repeats/offers.py" />
   <source>{reason}: {count} {where} — {key} to look ({examples})</source>
   <translation>{reason}: {count} {where} — {key}, чтобы посмотреть ({examples})</translation>
  </message>
  <message>
   <location filename="app/service/edits/repeats/offers.py" />
   <source>“{text}” corrected again</source>
   <translation>«{text}» исправлено ещё раз</translation>
  </message>
  <message>
   <location filename="app/service/edits/repeats/offers.py" />
   <source>Nothing more is offered by itself until the project is opened again.</source>
   <translation>До следующего открытия проекта программа ничего сама не предложит.</translation>
  </message>
  <message>
   <location filename="app/service/edits/repeats/offers.py" />
   <source>Corrections of this kind are not offered any more: too few were taken.</source>
   <translation>Такие исправления больше не предлагаются: принято слишком мало.</translation>
  </message>
  <message>
   <location filename="app/service/edits/repeats/patterns.py" />
   <source>spread {label} to {count} × “{text}”</source>
   <translation>метка «{label}» для {count} × «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/scheme_edits.py" />
   <source>rename label {old} to {new}</source>
   <translation>переименование метки «{old}» в «{new}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/scheme_edits.py" />
   <source>change the label scheme</source>
   <translation>изменение схемы меток</translation>
  </message>
  <message>
   <location filename="app/service/edits/scheme_edits.py" />
   <source>remove label {old}</source>
   <translation>удаление метки «{old}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/scheme_edits.py" />
   <source>merge label {old} into {new}</source>
   <translation>слияние метки «{old}» с «{new}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/scheme_edits.py" />
   <source>From the next tagging on, “{name}” is {label} in this project.</source>
   <translation>Начиная со следующей разметки «{name}» в этом проекте — «{label}».</translation>
  </message>
  <message>
   <location filename="app/service/edits/scheme_edits.py" />
   <source>There is no name here.</source>
   <translation>Здесь нет имени.</translation>
  </message>
  <message>
   <location filename="app/service/edits/scheme_edits.py" />
   <source>“{name}” is {label} in this project</source>
   <translation>«{name}» в этом проекте — «{label}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/scheme_edits.py" />
   <source>teach the name “{name}” as {label}</source>
   <translation>запомнить имя «{name}» как «{label}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/spreading.py" />
   <source>No other mention of “{text}” is left.</source>
   <translation>Других упоминаний «{text}» не осталось.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/spreading.py" />
   <source>{n} mentions of “{text}” were decided or have another label: they stay as they are.</source>
   <translation>
    <numerusform>{n} упоминание «{text}» уже решено или с другой меткой: оно остаётся как есть.</numerusform>
    <numerusform>{n} упоминания «{text}» уже решены или с другой меткой: они остаются как есть.</numerusform>
    <numerusform>{n} упоминаний «{text}» уже решены или с другой меткой: они остаются как есть.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/edits/spreading.py" />
   <source>This mention is rejected: accept it first.</source>
   <translation>Это упоминание отклонено: сначала примите его.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>mark {n} articles done</source>
   <translation>
    <numerusform>отметить готовой {n} статью</numerusform>
    <numerusform>отметить готовыми {n} статьи</numerusform>
    <numerusform>отметить готовыми {n} статей</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>open {n} articles again</source>
   <translation>
    <numerusform>снова открыть {n} статью</numerusform>
    <numerusform>снова открыть {n} статьи</numerusform>
    <numerusform>снова открыть {n} статей</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>skip {n} articles</source>
   <translation>
    <numerusform>пропустить {n} статью</numerusform>
    <numerusform>пропустить {n} статьи</numerusform>
    <numerusform>пропустить {n} статей</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>flag {n} articles</source>
   <translation>
    <numerusform>поставить флажок {n} статье</numerusform>
    <numerusform>поставить флажок {n} статьям</numerusform>
    <numerusform>поставить флажок {n} статьям</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>take the flag off {n} articles</source>
   <translation>
    <numerusform>снять флажок с {n} статьи</numerusform>
    <numerusform>снять флажок с {n} статей</numerusform>
    <numerusform>снять флажок с {n} статей</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>tag {n} articles: {words}</source>
   <translation>
    <numerusform>теги для {n} статьи: {words}</numerusform>
    <numerusform>теги для {n} статей: {words}</numerusform>
    <numerusform>теги для {n} статей: {words}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>remove tags of {n} articles: {words}</source>
   <translation>
    <numerusform>убрать теги у {n} статьи: {words}</numerusform>
    <numerusform>убрать теги у {n} статей: {words}</numerusform>
    <numerusform>убрать теги у {n} статей: {words}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>set {n} articles to urgent</source>
   <translation>
    <numerusform>срочный приоритет для {n} статьи</numerusform>
    <numerusform>срочный приоритет для {n} статей</numerusform>
    <numerusform>срочный приоритет для {n} статей</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>set {n} articles to high priority</source>
   <translation>
    <numerusform>высокий приоритет для {n} статьи</numerusform>
    <numerusform>высокий приоритет для {n} статей</numerusform>
    <numerusform>высокий приоритет для {n} статей</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>set {n} articles to normal priority</source>
   <translation>
    <numerusform>обычный приоритет для {n} статьи</numerusform>
    <numerusform>обычный приоритет для {n} статей</numerusform>
    <numerusform>обычный приоритет для {n} статей</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/edits/steps/article_marks.py" />
   <source>set {n} articles to low priority</source>
   <translation>
    <numerusform>низкий приоритет для {n} статьи</numerusform>
    <numerusform>низкий приоритет для {n} статей</numerusform>
    <numerusform>низкий приоритет для {n} статей</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>move a boundary of “{text}”</source>
   <translation>сдвиг границы «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>move a boundary of {count} × “{text}”</source>
   <translation>сдвиг границы {count} × «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>annotate “{text}” as {label}</source>
   <translation>метка «{label}» на «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>edit “{title}”</source>
   <translation>правка «{title}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>open “{title}” again</source>
   <translation>статья «{title}» снова в работе</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>mark “{title}” done</source>
   <translation>статья «{title}» готова</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>skip “{title}”</source>
   <translation>пропуск «{title}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>accept “{text}”</source>
   <translation>принятие «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>reject “{text}”</source>
   <translation>отклонение «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>remove “{text}”</source>
   <translation>удаление «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>remove {count} × “{text}”</source>
   <translation>удаление {count} × «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>relabel “{text}” to {label}</source>
   <translation>метка «{label}» для «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>relabel {count} × “{text}” to {label}</source>
   <translation>метка «{label}» для {count} × «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>link “{text}” to “{name}”</source>
   <translation>связь «{text}» — «{name}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>link {count} × “{text}” to “{name}”</source>
   <translation>связь {count} × «{text}» — «{name}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>edit “{text}”</source>
   <translation>правка «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>edit {count} × “{text}”</source>
   <translation>правка {count} × «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>cut words out of the claim “{text}”</source>
   <translation>изъятие слов из утверждения «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>add words to the claim “{text}”</source>
   <translation>добавление слов к утверждению «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>join the pieces of “{text}”</source>
   <translation>соединение частей «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>call “{old}” “{new}”</source>
   <translation>«{old}» — теперь «{new}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>finish “{title}”</source>
   <translation>завершение «{title}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>change the note “{text}”</source>
   <translation>правка заметки «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>note “{text}”</source>
   <translation>заметка «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>remove the note “{text}”</source>
   <translation>удаление заметки «{text}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>flag “{title}”</source>
   <translation>флажок на «{title}»</translation>
  </message>
  <message>
   <location filename="app/service/edits/steps/step_builders.py" />
   <source>take the flag off “{title}”</source>
   <translation>снятие флажка с «{title}»</translation>
  </message>
  <message>
   <location filename="app/service/history/restoring.py" />
   <source>bring back step {step}</source>
   <translation>возвращение шага {step}</translation>
  </message>
  <message>
   <location filename="app/service/history/restoring.py" />
   <source>restore “{name}”</source>
   <translation>восстановление точки «{name}»</translation>
  </message>
  <message>
   <location filename="app/service/history/restoring.py" />
   <source>restore the state after step {step}</source>
   <translation>восстановление состояния после шага {step}</translation>
  </message>
  <message>
   <location filename="app/service/history/restoring.py" />
   <source>undo step {step} alone</source>
   <translation>отмена одного шага {step}</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/exporting/export_task.py" />
   <source>Exporting “{name}” is not finished: {done} of {n} articles.</source>
   <translation>
    <numerusform>Экспорт «{name}» не закончен: {done} из {n} статьи.</numerusform>
    <numerusform>Экспорт «{name}» не закончен: {done} из {n} статей.</numerusform>
    <numerusform>Экспорт «{name}» не закончен: {done} из {n} статей.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/jobs/exporting/export_task.py" />
   <source>“{name}” was not written: {what}</source>
   <translation>Файл «{name}» не записан: {what}</translation>
  </message>
  <message>
   <location filename="app/service/jobs/exporting/export_task.py" />
   <source>The earlier file is unchanged. Try again.</source>
   <translation>Прежний файл не изменён. Попробуйте ещё раз.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/file_reader.py" />
   <source>after {n} articles: {what}</source>
   <translation>
    <numerusform>после {n} статьи: {what}</numerusform>
    <numerusform>после {n} статей: {what}</numerusform>
    <numerusform>после {n} статей: {what}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/jobs/importing/folder_watch.py" />
   <source>The watched folder “{folder}” is back.</source>
   <translation>Папка «{folder}», за которой следит программа, снова на месте.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/importing/folder_watch.py" />
   <source>The watched folder “{folder}” is gone, or cannot be read. It is looked for again.</source>
   <translation>Папки «{folder}», за которой следит программа, нет, или её нельзя прочесть. Программа ищет её снова.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/importing/import_messages.py" />
   <source>“{title}” is in the project already.</source>
   <translation>«{title}» уже есть в проекте.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/importing/import_messages.py" />
   <source>“{name}”: “{title}” is a repeat and is left out.</source>
   <translation>«{name}»: «{title}» — повтор, статья пропущена.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/importing/import_messages.py" />
   <source>“{name}”: “{title}” has the id “{id}” that another article has; both are kept.</source>
   <translation>«{name}»: у «{title}» тот же id «{id}», что у другой статьи; оставлены обе.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/import_messages.py" />
   <source>{n} members of a random sample are not in the project.</source>
   <translation>
    <numerusform>{n} статьи или метки случайной выборки нет в проекте.</numerusform>
    <numerusform>{n} статей или меток случайной выборки нет в проекте.</numerusform>
    <numerusform>{n} статей или меток случайной выборки нет в проекте.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/import_messages.py" />
   <source>“{name}”: “{title}” is a repeat and is left out with its {n} annotations.</source>
   <translation>
    <numerusform>«{name}»: «{title}» — повтор, статья пропущена с {n} меткой.</numerusform>
    <numerusform>«{name}»: «{title}» — повтор, статья пропущена с {n} метками.</numerusform>
    <numerusform>«{name}»: «{title}» — повтор, статья пропущена с {n} метками.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/import_sections.py" />
   <source>Nearly the same: {n}</source>
   <translation>
    <numerusform>Почти то же: {n}</numerusform>
    <numerusform>Почти то же: {n}</numerusform>
    <numerusform>Почти то же: {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/import_sections.py" />
   <source>Left out or changed: {n}</source>
   <translation>
    <numerusform>Пропущено или изменено: {n}</numerusform>
    <numerusform>Пропущено или изменено: {n}</numerusform>
    <numerusform>Пропущено или изменено: {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/import_sections.py" />
   <source>Known already: {n}</source>
   <translation>
    <numerusform>Уже есть: {n}</numerusform>
    <numerusform>Уже есть: {n}</numerusform>
    <numerusform>Уже есть: {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/import_sections.py" />
   <source>Taken in: {n}</source>
   <translation>
    <numerusform>Взято: {n}</numerusform>
    <numerusform>Взято: {n}</numerusform>
    <numerusform>Взято: {n}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/jobs/importing/import_sections.py" />
   <source>“{title}”: {percent} % of its text stands in “{other}”</source>
   <translation>«{title}»: {percent} % текста есть в «{other}»</translation>
  </message>
  <message>
   <location filename="app/service/jobs/importing/import_sections.py" />
   <source>{title}</source>
   <translation>{title}</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/import_task.py" />
   <source>Importing into “{name}” is not finished: {done} of {n} articles.</source>
   <translation>
    <numerusform>Импорт в «{name}» не закончен: {done} из {n} статьи.</numerusform>
    <numerusform>Импорт в «{name}» не закончен: {done} из {n} статей.</numerusform>
    <numerusform>Импорт в «{name}» не закончен: {done} из {n} статей.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/import_task.py" />
   <source>import {n} articles</source>
   <translation>
    <numerusform>импорт {n} статьи</numerusform>
    <numerusform>импорт {n} статей</numerusform>
    <numerusform>импорт {n} статей</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/jobs/importing/import_task.py" />
   <source>import “{title}”</source>
   <translation>импорт «{title}»</translation>
  </message>
  <message>
   <location filename="app/service/jobs/importing/near_check.py" />
   <source>“{name}”: “{title}” is left out: “{other}” holds {percent} % of its text.</source>
   <translation>«{name}»: «{title}» пропущена: в «{other}» есть {percent} % её текста.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/near_task.py" />
   <source>Comparing the articles of “{name}” is not finished: {done} of {n}.</source>
   <translation>
    <numerusform>Сравнение статей в «{name}» не закончено: {done} из {n}.</numerusform>
    <numerusform>Сравнение статей в «{name}» не закончено: {done} из {n}.</numerusform>
    <numerusform>Сравнение статей в «{name}» не закончено: {done} из {n}.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/jobs/importing/near_task.py" />
   <source>mark articles that are nearly the same</source>
   <translation>отметить почти одинаковые статьи</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/importing/project_merge.py" />
   <source>{n} places of claim records are left out: the file lacks the records.</source>
   <translation>
    <numerusform>Пропущено {n} место записей утверждений: в файле нет записей.</numerusform>
    <numerusform>Пропущены {n} места записей утверждений: в файле нет записей.</numerusform>
    <numerusform>Пропущено {n} мест записей утверждений: в файле нет записей.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/jobs/importing/project_merge.py" />
   <source>“{what}” ({table}) is in the project with other values; those of the project stay.</source>
   <translation>«{what}» ({table}) уже есть в проекте с другими значениями; остаются значения проекта.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/importing/project_merge.py" />
   <source>{table} {id} is left out: the row {number} that it refers to is not in the file.</source>
   <translation>{table} {id}: пропущено, в файле нет строки {number}, на которую оно ссылается.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/tag_task.py" />
   <source>Tagging “{name}” is not finished: {done} of {n} articles.</source>
   <translation>
    <numerusform>Разметка «{name}» не закончена: {done} из {n} статьи.</numerusform>
    <numerusform>Разметка «{name}» не закончена: {done} из {n} статей.</numerusform>
    <numerusform>Разметка «{name}» не закончена: {done} из {n} статей.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/tag_task.py" />
   <source>tag {n} articles</source>
   <translation>
    <numerusform>разметка {n} статьи</numerusform>
    <numerusform>разметка {n} статей</numerusform>
    <numerusform>разметка {n} статей</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/jobs/tag_task.py" />
   <source>tag “{title}”</source>
   <translation>разметка «{title}»</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/workbook/compare_task.py" />
   <source>Comparing a workbook with “{name}” is not finished: {done} of {n} articles.</source>
   <translation>
    <numerusform>Сравнение книги с проектом «{name}» не закончено: {done} из {n} статьи.</numerusform>
    <numerusform>Сравнение книги с проектом «{name}» не закончено: {done} из {n} статей.</numerusform>
    <numerusform>Сравнение книги с проектом «{name}» не закончено: {done} из {n} статей.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/workbook/take_task.py" />
   <source>Taking a workbook into “{name}” is not finished: {done} of {n} rows.</source>
   <translation>
    <numerusform>Перенос книги в «{name}» не закончен: {done} из {n} строки.</numerusform>
    <numerusform>Перенос книги в «{name}» не закончен: {done} из {n} строк.</numerusform>
    <numerusform>Перенос книги в «{name}» не закончен: {done} из {n} строк.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/cluster_pool.py" />
   <source>the worker of the cluster failed: {reason}</source>
   <translation>сбой рабочего процесса кластера: {reason}</translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/cluster_pool.py" />
   <source>“{address}” names no cluster.</source>
   <translation>«{address}» не обозначает кластер.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/cluster_pool.py" />
   <source>Write local:2 for two workers on this machine, or the address of a scheduler: tcp://host:8786.</source>
   <translation>Напишите local:2 для двух процессов на этой машине или адрес планировщика: tcp://host:8786.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/cluster_pool.py" />
   <source>Workers of the cluster do not have Pometka {version}: {workers}.</source>
   <translation>На рабочих машинах кластера нет Pometka {version}: {workers}.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/cluster_pool.py" />
   <source>Install the same version on each of them: `pip install pometka`.</source>
   <translation>Установите на каждой ту же версию: `pip install pometka`.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/cluster_pool.py" />
   <source>The other texts were processed; try this one again.</source>
   <translation>Остальные тексты обработаны; повторите этот.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/workers/cluster_pool.py" />
   <source>The cluster has had no worker for {n} seconds.</source>
   <translation>
    <numerusform>У кластера нет рабочих процессов уже {n} секунду.</numerusform>
    <numerusform>У кластера нет рабочих процессов уже {n} секунды.</numerusform>
    <numerusform>У кластера нет рабочих процессов уже {n} секунд.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/cluster_pool.py" />
   <source>Start workers, or look at what ended them, and run the command again.</source>
   <translation>Запустите рабочие процессы или выясните, почему они завершились, и повторите команду.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/cluster_pool.py" />
   <source>Tagging on a cluster needs Dask distributed, which is not installed.</source>
   <translation>Для разметки на кластере нужен Dask distributed, он не установлен.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/cluster_pool.py" />
   <source>Install it with `pip install 'pometka[cluster]'`, here and on each worker.</source>
   <translation>Установите его: `pip install 'pometka[cluster]'`, здесь и на каждой рабочей машине.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/cluster_pool.py" />
   <source>There is no Dask scheduler at “{address}”: {reason}.</source>
   <translation>По адресу «{address}» нет планировщика Dask: {reason}.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/cluster_pool.py" />
   <source>Start one with `dask scheduler`, and workers with `dask worker ADDRESS`; or use local:2.</source>
   <translation>Запустите планировщик: `dask scheduler`, и рабочие процессы: `dask worker ADDRESS`; или укажите local:2.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/pool.py" />
   <source>The other files were processed; try this one again.</source>
   <translation>Остальные файлы обработаны; попробуйте этот ещё раз.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/pool.py" />
   <source>the worker process ended (code {code}).</source>
   <translation>рабочий процесс завершился (код {code}).</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/jobs/workers/pool.py" />
   <source>it was stopped after {n} seconds without a result.</source>
   <translation>
    <numerusform>работа остановлена: {n} секунду не было результата.</numerusform>
    <numerusform>работа остановлена: {n} секунды не было результата.</numerusform>
    <numerusform>работа остановлена: {n} секунд не было результата.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/replies.py" />
   <source>“{name}”: {what} {hint}</source>
   <translation>«{name}»: {what} {hint}</translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/replies.py" />
   <source>“{name}”: {what}</source>
   <translation>«{name}»: {what}</translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/replies.py" />
   <source>{what} {hint}</source>
   <translation>{what} {hint}</translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/worker_process.py" />
   <source>its parts are nested too deeply.</source>
   <translation>слишком глубокая вложенность.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/worker_process.py" />
   <source>an error in the program, {error}.</source>
   <translation>ошибка в программе, {error}.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/worker_process.py" />
   <source>Please report it; the log has more.</source>
   <translation>Сообщите о ней; подробности в журнале.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/worker_process.py" />
   <source>it takes too much memory.</source>
   <translation>не хватает отведённой памяти.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/worker_process.py" />
   <source>Split it into parts.</source>
   <translation>Разделите его на части.</translation>
  </message>
  <message>
   <location filename="app/service/jobs/workers/worker_process.py" />
   <source>Save it in a simpler form.</source>
   <translation>Сохраните файл в более простом виде.</translation>
  </message>
  <message>
   <location filename="app/service/project/export_presets.py" />
   <source>The export preset “{name}” is damaged: {reason}.</source>
   <translation>Набор настроек экспорта «{name}» повреждён: {reason}.</translation>
  </message>
  <message>
   <location filename="app/service/project/export_presets.py" />
   <source>Save it again in the export dialog.</source>
   <translation>Сохраните его заново в окне экспорта.</translation>
  </message>
  <message>
   <location filename="app/service/project/export_presets.py" />
   <source>it is no JSON object</source>
   <translation>это не объект JSON</translation>
  </message>
  <message>
   <location filename="app/service/project/export_presets.py" />
   <source>There is no export preset “{name}”.</source>
   <translation>Нет набора настроек экспорта «{name}».</translation>
  </message>
  <message>
   <location filename="app/service/project/export_presets.py" />
   <source>Choose of: {names}. The export dialog saves more.</source>
   <translation>Выберите из: {names}. Новые сохраняет окно экспорта.</translation>
  </message>
  <message>
   <location filename="app/service/project/schemes.py" />
   <source>The label scheme cannot be used: {fault}.</source>
   <translation>Эту схему меток нельзя применить: {fault}.</translation>
  </message>
  <message>
   <location filename="app/service/project/schemes.py" />
   <source>Change the label there.</source>
   <translation>Исправьте эту метку.</translation>
  </message>
  <message>
   <location filename="app/service/project/schemes.py" />
   <source>Choose a label scheme that was saved from the program.</source>
   <translation>Выберите схему меток, сохранённую из программы.</translation>
  </message>
  <message>
   <location filename="app/service/project/schemes.py" />
   <source>an attribute of the label “{label}” has no name</source>
   <translation>у метки «{label}» есть признак без названия</translation>
  </message>
  <message>
   <location filename="app/service/project/schemes.py" />
   <source>the label “{label}” has the attribute “{name}” twice</source>
   <translation>у метки «{label}» признак «{name}» назван дважды</translation>
  </message>
  <message>
   <location filename="app/service/project/schemes.py" />
   <source>“{line}” in the label “{label}” is longer than {max} characters</source>
   <translation>«{line}» у метки «{label}» длиннее {max} знаков</translation>
  </message>
  <message>
   <location filename="app/service/project/schemes.py" />
   <source>“{line}” in the label “{label}” is more than one line</source>
   <translation>«{line}» у метки «{label}» занимает больше одной строки</translation>
  </message>
  <message>
   <location filename="app/service/project/settings.py" />
   <source>The settings in “{path}” are damaged: {reason}. What can be read is used, and the file is kept as “{kept}”.</source>
   <translation>Настройки в «{path}» повреждены: {reason}. Взято то, что удалось прочесть, а файл сохранён как «{kept}».</translation>
  </message>
  <message>
   <location filename="app/service/project/settings.py" />
   <source>Left out: {lost}.</source>
   <translation>Пропущено: {lost}.</translation>
  </message>
  <message>
   <location filename="app/service/project/settings_fields.py" />
   <source>it must be a text</source>
   <translation>здесь должен быть текст</translation>
  </message>
  <message>
   <location filename="app/service/project/settings_fields.py" />
   <source>it must be a list of texts</source>
   <translation>здесь должен быть список текстов</translation>
  </message>
  <message>
   <location filename="app/service/project/settings_fields.py" />
   <source>it must be “en”, “ru” or empty</source>
   <translation>допустимо «en», «ru» или пусто</translation>
  </message>
  <message>
   <location filename="app/service/project/settings_fields.py" />
   <source>it must be “system”, “light” or “dark”</source>
   <translation>допустимо «system», «light» или «dark»</translation>
  </message>
  <message>
   <location filename="app/service/project/settings_fields.py" />
   <source>it must be a whole number from 50 to 300</source>
   <translation>здесь должно быть целое число от 50 до 300</translation>
  </message>
  <message>
   <location filename="app/service/project/settings_fields.py" />
   <source>it must be a list of keys by the id of an action</source>
   <translation>здесь должен быть список клавиш для действия</translation>
  </message>
  <message>
   <location filename="app/service/project/settings_fields.py" />
   <source>it must be true or false</source>
   <translation>должно быть true или false</translation>
  </message>
  <message>
   <location filename="app/service/project/settings_fields.py" />
   <source>it must be a whole number from 80 to 200</source>
   <translation>нужно целое число от 80 до 200</translation>
  </message>
  <message>
   <location filename="app/service/project/settings_fields.py" />
   <source>it must be a whole number from 50 to 100</source>
   <translation>нужно целое число от 50 до 100</translation>
  </message>
  <message>
   <location filename="app/service/project/settings_fields.py" />
   <source>it must be an article and a position by the path of a project</source>
   <translation>здесь должны быть статья и место в ней для пути проекта</translation>
  </message>
  <message>
   <location filename="app/service/project/settings_fields.py" />
   <source>The setting “{place}” is left out: {reason}. The default is used.</source>
   <translation>Настройка «{place}» пропущена: {reason}. Взято значение по умолчанию.</translation>
  </message>
  <message>
   <location filename="app/service/project/taught_names.py" />
   <source>Line {number} of the names is not a label and a name: “{line}”.</source>
   <translation>Строка {number} — не метка и имя: «{line}».</translation>
  </message>
  <message>
   <location filename="app/service/project/taught_names.py" />
   <source>Write one name a line, its label first: “ORG Акорда”.</source>
   <translation>Пишите по одному имени в строке, сначала метку: «ORG Акорда».</translation>
  </message>
  <message>
   <location filename="app/service/session/article_reader.py" />
   <source>Pre-tags are hidden here for a sample: annotate all, and finish the article to compare.</source>
   <translation>Автоматические метки здесь скрыты ради выборки: разметьте всё и завершите статью — они сравнятся.</translation>
  </message>
  <message>
   <location filename="app/service/session/article_reader.py" />
   <source>No further articles in the list.</source>
   <translation>Дальше статей в списке нет.</translation>
  </message>
  <message>
   <location filename="app/service/session/background_file_work.py" />
   <source>Until all of it is done, the file stays as it was.</source>
   <translation>До самого конца файл остаётся таким, как был.</translation>
  </message>
  <message>
   <location filename="app/service/session/project_opening.py" />
   <source>Saving as “{name}”</source>
   <translation>Сохранение как «{name}»</translation>
  </message>
  <message>
   <location filename="app/service/session/project_opening.py" />
   <source>Opening “{name}”</source>
   <translation>Открывается «{name}»</translation>
  </message>
  <message>
   <location filename="app/service/session/project_opening.py" />
   <source>Restoring “{name}”</source>
   <translation>Восстановление «{name}»</translation>
  </message>
  <message>
   <location filename="app/service/session/project_opening.py" />
   <source>Backing up “{name}”</source>
   <translation>Резервное копирование «{name}»</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/session/project_opening.py" />
   <source>{n} steps can never be saved and were left out.</source>
   <translation>
    <numerusform>{n} шаг сохранить нельзя, он не перенесён.</numerusform>
    <numerusform>{n} шага сохранить нельзя, они не перенесены.</numerusform>
    <numerusform>{n} шагов сохранить нельзя, они не перенесены.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/session/project_opening.py" />
   <source>A copy lies at {path}</source>
   <translation>Копия: {path}</translation>
  </message>
  <message>
   <location filename="app/service/session/step_writer.py" />
   <source>Making a great many changes…</source>
   <translation>Вносится очень много изменений…</translation>
  </message>
  <message>
   <location filename="app/service/session/storage.py" />
   <source>Saving “{name}”</source>
   <translation>Сохранение «{name}»</translation>
  </message>
  <message>
   <location filename="app/service/session/storage.py" />
   <source>The command follows then. Saving goes on if you cancel.</source>
   <translation>Команда выполнится, когда всё сохранится. Отмена не прервёт сохранение.</translation>
  </message>
  <message>
   <location filename="app/service/session/storage.py" />
   <source>Waiting until everything is saved…</source>
   <translation>Подождите: изменения сохраняются…</translation>
  </message>
  <message>
   <location filename="app/service/session/storage.py" />
   <source>“{name}” is still being saved.</source>
   <translation>Проект «{name}» ещё сохраняется.</translation>
  </message>
  <message>
   <location filename="app/service/session/storage.py" />
   <source>Another program may hold the file. Try again in a moment.</source>
   <translation>Возможно, файл занят другой программой. Повторите через минуту.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/session/undo_guard.py" />
   <source>{n} articles</source>
   <translation>
    <numerusform>{n} статья</numerusform>
    <numerusform>{n} статьи</numerusform>
    <numerusform>{n} статей</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/session/undo_guard.py" />
   <source>{n} annotations</source>
   <translation>
    <numerusform>{n} метка</numerusform>
    <numerusform>{n} метки</numerusform>
    <numerusform>{n} меток</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/session/undo_guard.py" />
   <source>The next undo takes back: {what} ({articles}, {annotations}). Press again to do it.</source>
   <translation>Следующая отмена уберёт: {what} ({articles}, {annotations}). Нажмите ещё раз, чтобы отменить.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/article_comparing.py" />
   <source>The article was removed from the project.</source>
   <translation>Статья удалена из проекта.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/article_comparing.py" />
   <source>It was removed in the program.</source>
   <translation>В программе это удалено.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/findings.py" />
   <source>The article “{title}” is not in this sheet: articles are removed in the program alone.</source>
   <translation>Статьи «{title}» нет на листе: статьи удаляют только в программе.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/findings.py" />
   <source>The sheet is not in the workbook any more: nothing of it is changed.</source>
   <translation>Этого листа в книге больше нет: на нём ничего не меняется.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/findings.py" />
   <source>The note was changed on another sheet too, to other words.</source>
   <translation>Эта заметка исправлена и на другом листе, но иначе.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/findings.py" />
   <source>It was changed in the program after the export.</source>
   <translation>После выгрузки это изменили в программе.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/row_placing.py" />
   <source>The row has no key: it was matched by its article, place and text.</source>
   <translation>У строки нет ключа: она найдена по статье, месту и тексту.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/row_placing.py" />
   <source>The key stands twice: this row is taken for a new one.</source>
   <translation>Ключ встречается дважды: эта строка считается новой.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/row_placing.py" />
   <source>It cannot be told which article the row belongs to.</source>
   <translation>Непонятно, к какой статье относится строка.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/rows/fixed_columns.py" />
   <source>The column “{column}” is not taken in.</source>
   <translation>Правки в столбце «{column}» не переносятся.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/rows/new_rows.py" />
   <source>“{words}” is no decision: write proposed, accepted, corrected or rejected.</source>
   <translation>«{words}» — не решение: напишите «предложено», «принято», «исправлено» или «отклонено».</translation>
  </message>
  <message>
   <location filename="app/service/workbook/rows/new_rows.py" />
   <source>The new row has no text.</source>
   <translation>В новой строке нет текста.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/rows/new_rows.py" />
   <source>“{words}” does not stand in the article.</source>
   <translation>Слов «{words}» в статье нет.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/rows/new_rows.py" />
   <source>The article has this annotation already.</source>
   <translation>Такая метка в статье уже есть.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/rows/new_rows.py" />
   <source>The new row has no label.</source>
   <translation>В новой строке нет метки.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/rows/new_rows.py" />
   <source>There is no label “{words}” in the project.</source>
   <translation>Метки «{words}» в проекте нет.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/rows/new_rows.py" />
   <source>“{words}” is no due date: write it as 2026-03-31, 2026-03, 2026 or in the words of the sheet.</source>
   <translation>«{words}» — не срок: напишите 2026-03-31, 2026-03, 2026 или словами, как на листе.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/rows/note_comparing.py" />
   <source>Several notes changed in one cell: change them on the sheet of the notes.</source>
   <translation>В одной ячейке исправлено несколько заметок: исправьте их на листе заметок.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/rows/note_rows.py" />
   <source>The new row has no note.</source>
   <translation>В новой строке нет заметки.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/rows/note_rows.py" />
   <source>This note is there already.</source>
   <translation>Такая заметка уже есть.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/rows/row_comparing.py" />
   <source>“{words}” is no due date: write a day (2026-03-31), a month (March 2026), a quarter (Q2 2026), a season or a year.</source>
   <translation>«{words}» — не срок: укажите день (31.03.2026), месяц (март 2026), квартал (II квартал 2026), время года или год.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>Not taken in</source>
   <translation>Не перенесено</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>The project does not know what this workbook held at its export: it is compared with what is there now.</source>
   <translation>Проект не знает, что было в этой книге при выгрузке: она сравнивается с тем, что в нём сейчас.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>words</source>
   <translation>слова</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>label</source>
   <translation>метка</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>kind</source>
   <translation>вид</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>normal form</source>
   <translation>начальная форма</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>who or what</source>
   <translation>кто или что</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>speaker</source>
   <translation>говорящий</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>cue</source>
   <translation>вводящие слова</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>due</source>
   <translation>срок</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>decision</source>
   <translation>решение</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>note</source>
   <translation>заметка</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>Changed in the sheet</source>
   <translation>Исправлено в книге</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>New rows</source>
   <translation>Новые строки</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>Conflicts: changed in the program too</source>
   <translation>Расхождения: исправлено и в программе</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>Not in the sheet</source>
   <translation>Нет на листе</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>Emptied cells</source>
   <translation>Очищенные ячейки</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>{column}: it was {exported}; in the program {present}, in the sheet {wanted}</source>
   <translation>{column}: было {exported}; в программе {present}, в книге {wanted}</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>deleted</source>
   <translation>удалено</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>row {row}</source>
   <translation>строка {row}</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>Taken in</source>
   <translation>Перенесено</translation>
  </message>
  <message>
   <location filename="app/service/workbook/saying.py" />
   <source>Left: {what}</source>
   <translation>Оставлено: {what}</translation>
  </message>
  <message>
   <location filename="app/service/workbook/shown_sheets.py" />
   <source>The sheet only shows what the others hold: a change in it is not taken in.</source>
   <translation>Лист только показывает то, что есть на других: правка в нём не принимается.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/service/workbook/shown_sheets.py" />
   <source>{n} rows were removed: the sheet only shows what the others hold.</source>
   <translation>
    <numerusform>Удалена {n} строка: лист только показывает то, что есть на других.</numerusform>
    <numerusform>Удалены {n} строки: лист только показывает то, что есть на других.</numerusform>
    <numerusform>Удалено {n} строк: лист только показывает то, что есть на других.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/service/workbook/taking.py" />
   <source>It was changed in the program while the preview was open.</source>
   <translation>Пока список был открыт, это изменили в программе.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/taking.py" />
   <source>It was removed in the program while the preview was open.</source>
   <translation>Пока список был открыт, это удалили в программе.</translation>
  </message>
  <message>
   <location filename="app/service/workbook/taking.py" />
   <source>take in “{name}”</source>
   <translation>перенести правки из «{name}»</translation>
  </message>
  <message>
   <location filename="app/store/failures.py" />
   <source>“{name}” was moved, replaced or deleted.</source>
   <translation>Файл «{name}» перемещён, заменён или удалён.</translation>
  </message>
  <message>
   <location filename="app/store/failures.py" />
   <source>Put it back and try again, or save the project as another file.</source>
   <translation>Верните его на место и повторите попытку или сохраните проект в другой файл.</translation>
  </message>
  <message>
   <location filename="app/store/failures.py" />
   <source>“{name}” was changed by another program.</source>
   <translation>Файл «{name}» изменила другая программа.</translation>
  </message>
  <message>
   <location filename="app/store/failures.py" />
   <source>Close the project, and open a copy of it: what is in the file now is not your work.</source>
   <translation>Закройте проект и откройте его копию: в файле теперь не ваша работа.</translation>
  </message>
  <message>
   <location filename="app/store/failures.py" />
   <source>“{name}” could not be saved: {reason}.</source>
   <translation>Не удалось сохранить «{name}»: {reason}.</translation>
  </message>
  <message>
   <location filename="app/store/failures.py" />
   <source>Save the project as another file.</source>
   <translation>Сохраните проект в другой файл.</translation>
  </message>
  <message>
   <location filename="app/store/failures.py" />
   <source>Make room on the disk, or bring it back, and try again.</source>
   <translation>Освободите место на диске или подключите его и повторите попытку.</translation>
  </message>
  <message>
   <location filename="app/store/failures.py" />
   <source>“{title}” cannot be saved: {reason}.</source>
   <translation>Не удаётся сохранить «{title}»: {reason}.</translation>
  </message>
  <message>
   <location filename="app/store/failures.py" />
   <source>It is taken back; everything else is kept.</source>
   <translation>Это изменение отменено; всё остальное на месте.</translation>
  </message>
  <message>
   <location filename="app/store/files/backup_restoring.py" />
   <source>The backup is checked…</source>
   <translation>Проверяется резервная копия…</translation>
  </message>
  <message>
   <location filename="app/store/files/backup_restoring.py" />
   <source>“{name}” could not be restored from the backup: {reason}.</source>
   <translation>Не удалось восстановить «{name}» из копии: {reason}.</translation>
  </message>
  <message>
   <location filename="app/store/files/backup_restoring.py" />
   <source>The project is as it was. Make room on the disk, and try again.</source>
   <translation>Проект остался как был. Освободите место на диске и попробуйте снова.</translation>
  </message>
  <message>
   <location filename="app/store/files/backup_restoring.py" />
   <source>The backup is copied…</source>
   <translation>Копируется резервная копия…</translation>
  </message>
  <message>
   <location filename="app/store/files/backup_restoring.py" />
   <source>The project is backed up first…</source>
   <translation>Сначала делается резервная копия проекта…</translation>
  </message>
  <message>
   <location filename="app/store/files/backups.py" />
   <source>No backup of “{name}” could be made: {reason}.</source>
   <translation>Не удалось сделать резервную копию «{name}»: {reason}.</translation>
  </message>
  <message>
   <location filename="app/store/files/backups.py" />
   <source>Make room on the disk, and try again.</source>
   <translation>Освободите место на диске и попробуйте ещё раз.</translation>
  </message>
  <message>
   <location filename="app/store/files/checking.py" />
   <source>the revision of its format is missing</source>
   <translation>не указана версия формата</translation>
  </message>
  <message>
   <location filename="app/store/files/checking.py" />
   <source>“{what}” is not as Pometka makes it</source>
   <translation>«{what}» не такой, каким его создаёт Pometka</translation>
  </message>
  <message>
   <location filename="app/store/files/checking.py" />
   <source>row {row} of “{table}” refers to no row of “{parent}”</source>
   <translation>строка {row} таблицы «{table}» ссылается на несуществующую строку таблицы «{parent}»</translation>
  </message>
  <message>
   <location filename="app/store/files/checking.py" />
   <source>its pages are damaged: {reason}</source>
   <translation>повреждены страницы файла: {reason}</translation>
  </message>
  <message>
   <location filename="app/store/files/checking.py" />
   <source>its label scheme is missing</source>
   <translation>нет схемы меток</translation>
  </message>
  <message>
   <location filename="app/store/files/checking.py" />
   <source>it cannot be read: {reason}</source>
   <translation>файл не читается: {reason}</translation>
  </message>
  <message>
   <location filename="app/store/files/creating.py" />
   <source>There is no folder “{name}”.</source>
   <translation>Папки «{name}» нет.</translation>
  </message>
  <message>
   <location filename="app/store/files/creating.py" />
   <source>Create it, or choose another.</source>
   <translation>Создайте её или выберите другую.</translation>
  </message>
  <message>
   <location filename="app/store/files/creating.py" />
   <source>Open it, or choose another name.</source>
   <translation>Откройте его или выберите другое имя.</translation>
  </message>
  <message>
   <location filename="app/store/files/creating.py" />
   <source>“{name}” cannot be created: {reason}.</source>
   <translation>Не удалось создать «{name}»: {reason}.</translation>
  </message>
  <message>
   <location filename="app/store/files/creating.py" />
   <source>Make room on the disk, or choose another folder.</source>
   <translation>Освободите место на диске или выберите другую папку.</translation>
  </message>
  <message>
   <location filename="app/store/files/creating.py" />
   <source>“{remains}” is left over from an earlier project “{name}”.</source>
   <translation>«{remains}» осталось от прежнего проекта «{name}».</translation>
  </message>
  <message>
   <location filename="app/store/files/creating.py" />
   <source>Move it away, or choose another name.</source>
   <translation>Уберите его или выберите другое имя.</translation>
  </message>
  <message>
   <location filename="app/store/files/damage.py" />
   <source>“{name}” is damaged: {reason}.</source>
   <translation>«{name}» повреждён: {reason}.</translation>
  </message>
  <message>
   <location filename="app/store/files/damage.py" />
   <source>Keep the file as it is, and look for a copy of it.</source>
   <translation>Оставьте файл как есть и найдите его копию.</translation>
  </message>
  <message>
   <location filename="app/store/files/damage.py" />
   <source>Keep the file as it is, and open its newest copy: “{copy}”.</source>
   <translation>Оставьте файл как есть и откройте его последнюю копию: «{copy}».</translation>
  </message>
  <message>
   <location filename="app/store/files/damage.py" />
   <source>a text in it is not UTF-8</source>
   <translation>в нём есть текст не в кодировке UTF-8</translation>
  </message>
  <message>
   <location filename="app/store/files/damage.py" />
   <source>Check that its disk is connected and that no other program uses it, then try again.</source>
   <translation>Проверьте, что диск на месте и файл не занят другой программой, и попробуйте ещё раз.</translation>
  </message>
  <message>
   <location filename="app/store/files/file_identity.py" />
   <source>“{name}” was moved, or another file has its name.</source>
   <translation>«{name}» перемещён, или его имя у другого файла.</translation>
  </message>
  <message>
   <location filename="app/store/files/file_identity.py" />
   <source>Put the project back, or open it again.</source>
   <translation>Верните проект на место или откройте его снова.</translation>
  </message>
  <message>
   <location filename="app/store/files/locking.py" />
   <source>“{name}” is already open: {holder}.</source>
   <translation>«{name}» уже открыт: {holder}.</translation>
  </message>
  <message>
   <location filename="app/store/files/locking.py" />
   <source>Close it there, or open it here for reading only.</source>
   <translation>Закройте его там или откройте здесь только для чтения.</translation>
  </message>
  <message>
   <location filename="app/store/files/locking.py" />
   <source>{user}, {host}, process {process}</source>
   <translation>{user}, {host}, процесс {process}</translation>
  </message>
  <message>
   <location filename="app/store/files/locking.py" />
   <source>process {number}</source>
   <translation>процесс {number}</translation>
  </message>
  <message>
   <location filename="app/store/files/opening.py" />
   <source>Check its permissions.</source>
   <translation>Проверьте права доступа.</translation>
  </message>
  <message>
   <location filename="app/store/files/opening.py" />
   <source>“{name}” belongs to a Pometka project, and nothing else is written over it.</source>
   <translation>«{name}» относится к проекту Pometka, и поверх него ничего другого не записывают.</translation>
  </message>
  <message>
   <location filename="app/store/files/opening.py" />
   <source>Choose another name.</source>
   <translation>Выберите другое имя.</translation>
  </message>
  <message>
   <location filename="app/store/files/opening.py" />
   <source>Open a copy of it, or remove it and begin a new project.</source>
   <translation>Откройте его копию или удалите его и начните новый проект.</translation>
  </message>
  <message>
   <location filename="app/store/files/opening.py" />
   <source>“{name}” is a zip archive, not a project.</source>
   <translation>«{name}» — архив zip, а не проект.</translation>
  </message>
  <message>
   <location filename="app/store/files/opening.py" />
   <source>Unpack it and open what is in it.</source>
   <translation>Распакуйте его и откройте содержимое.</translation>
  </message>
  <message>
   <location filename="app/store/files/opening.py" />
   <source>“{name}” is not a Pometka project.</source>
   <translation>«{name}» — не проект Pometka.</translation>
  </message>
  <message>
   <location filename="app/store/files/opening.py" />
   <source>Open a file that ends in .pometka, or import this one into a project.</source>
   <translation>Откройте файл с окончанием .pometka или импортируйте этот в проект.</translation>
  </message>
  <message>
   <location filename="app/store/files/opening.py" />
   <source>“{name}” was made by a newer Pometka: its format is {revision}.</source>
   <translation>«{name}» создан более новой версией Pometka: формат {revision}.</translation>
  </message>
  <message>
   <location filename="app/store/files/opening.py" />
   <source>Update the program to open it.</source>
   <translation>Обновите программу, чтобы его открыть.</translation>
  </message>
  <message>
   <location filename="app/store/files/opening.py" />
   <source>“{name}” is not as Pometka makes its projects: {what}.</source>
   <translation>«{name}» не похож на проекты Pometka: {what}.</translation>
  </message>
  <message>
   <location filename="app/store/files/opening.py" />
   <source>Do not trust it; ask whoever sent it for an export instead.</source>
   <translation>Не доверяйте ему; попросите отправителя прислать экспорт.</translation>
  </message>
  <message>
   <location filename="app/store/files/opening.py" />
   <source>“{name}” is another name of “{other}”, which holds work of a session that was cut off.</source>
   <translation>«{name}» — другое имя файла «{other}», в котором осталась работа прерванного сеанса.</translation>
  </message>
  <message>
   <location filename="app/store/files/opening.py" />
   <source>Open “{other}” instead.</source>
   <translation>Откройте «{other}».</translation>
  </message>
  <message>
   <location filename="app/store/files/opening.py" />
   <source>“{name}” holds work of a session that was cut off, and its folder cannot be written to.</source>
   <translation>В «{name}» есть работа прерванного сеанса, а в его папку нельзя писать.</translation>
  </message>
  <message>
   <location filename="app/store/files/opening.py" />
   <source>Copy it together with “{wal}” to another folder, and open it there.</source>
   <translation>Скопируйте его вместе с «{wal}» в другую папку и откройте там.</translation>
  </message>
  <message>
   <location filename="app/store/files/preparing.py" />
   <source>“{name}” was made by an older Pometka: it is checked…</source>
   <translation>«{name}» создан прежней версией Pometka: проверяется…</translation>
  </message>
  <message>
   <location filename="app/store/files/preparing.py" />
   <source>“{name}” was written by another program: it is checked…</source>
   <translation>«{name}» записан другой программой: проверяется…</translation>
  </message>
  <message>
   <location filename="app/store/files/preparing.py" />
   <source>“{name}” was made by an older Pometka.</source>
   <translation>«{name}» создан более старой версией Pometka.</translation>
  </message>
  <message>
   <location filename="app/store/files/preparing.py" />
   <source>Open it in the window, or run “pometka upgrade”: it is brought up to date, and a copy is kept.</source>
   <translation>Откройте его в окне или выполните «pometka upgrade»: он обновится, копия сохранится.</translation>
  </message>
  <message>
   <location filename="app/store/files/saving_copy.py" />
   <source>Articles, annotations and history are written…</source>
   <translation>Записываются статьи, метки и история…</translation>
  </message>
  <message>
   <location filename="app/store/files/upgrading.py" />
   <source>“{name}” was made by an older Pometka: it is copied…</source>
   <translation>«{name}» создан прежней версией Pometka: копируется…</translation>
  </message>
  <message>
   <location filename="app/store/files/upgrading.py" />
   <source>“{name}” was made by an older Pometka: it is brought up to date…</source>
   <translation>«{name}» создан прежней версией Pometka: обновляется…</translation>
  </message>
  <message numerus="yes">
   <location filename="app/store/files/upgrading.py" />
   <source>“{name}” cannot be brought up to date: {n} rows refer to nothing.</source>
   <translation>
    <numerusform>«{name}» не обновляется: {n} строка ссылается в никуда.</numerusform>
    <numerusform>«{name}» не обновляется: {n} строки ссылаются в никуда.</numerusform>
    <numerusform>«{name}» не обновляется: {n} строк ссылаются в никуда.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/store/files/upgrading.py" />
   <source>It was left as it is, with a copy in “{copy}”. Please report this.</source>
   <translation>Он оставлен как был, копия в «{copy}». Сообщите об этом.</translation>
  </message>
  <message>
   <location filename="app/store/files/upgrading.py" />
   <source>“{name}” cannot be brought up to date: {reason}.</source>
   <translation>Не удалось обновить «{name}»: {reason}.</translation>
  </message>
  <message>
   <location filename="app/store/files/upgrading.py" />
   <source>It was left as it is, with a copy in “{copy}”. Make room on the disk, and open it again.</source>
   <translation>Файл остался прежним, рядом лежит копия «{copy}». Освободите место на диске и откройте его снова.</translation>
  </message>
  <message>
   <location filename="app/store/history/named_values.py" />
   <source>A step of the history holds “{what}”, which this Pometka does not know: a newer one made it.</source>
   <translation>Шаг истории содержит «{what}»: эта версия Pometka такого не знает, шаг сделан в более новой.</translation>
  </message>
  <message>
   <location filename="app/store/history/named_values.py" />
   <source>Update the program to read this step. Nothing was changed.</source>
   <translation>Обновите программу, чтобы прочитать этот шаг. Ничего не изменено.</translation>
  </message>
  <message>
   <location filename="app/store/history/payload.py" />
   <source>its history is damaged</source>
   <translation>повреждена история правок</translation>
  </message>
  <message numerus="yes">
   <location filename="app/store/history/stored_steps.py" />
   <source>import {n} files</source>
   <translation>
    <numerusform>импорт {n} файла</numerusform>
    <numerusform>импорт {n} файлов</numerusform>
    <numerusform>импорт {n} файлов</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/store/history/stored_steps.py" />
   <source>import {count} files</source>
   <translation>импорт файлов: {count}</translation>
  </message>
  <message>
   <location filename="app/store/history/stored_steps.py" />
   <source>remove {count} articles</source>
   <translation>удаление статей: {count}</translation>
  </message>
  <message>
   <location filename="app/store/history/stored_steps.py" />
   <source>tag {count} articles</source>
   <translation>разметка статей: {count}</translation>
  </message>
  <message>
   <location filename="app/store/history/stored_steps.py" />
   <source>accept {count} places that were found</source>
   <translation>принятие найденных мест ({count})</translation>
  </message>
  <message>
   <location filename="app/store/history/stored_steps.py" />
   <source>reject {count} places that were found</source>
   <translation>отклонение найденных мест ({count})</translation>
  </message>
  <message>
   <location filename="app/store/history/stored_steps.py" />
   <source>label {count} places that were found as {label}</source>
   <translation>метка {label} для найденных мест ({count})</translation>
  </message>
  <message>
   <location filename="app/store/index/index_file.py" />
   <source>The index is being brought up to date by another window or command.</source>
   <translation>Указатель сейчас обновляет другое окно или команда.</translation>
  </message>
  <message>
   <location filename="app/store/index/index_file.py" />
   <source>Search again in a moment.</source>
   <translation>Повторите поиск чуть позже.</translation>
  </message>
  <message>
   <location filename="app/store/operations.py" />
   <source>a change</source>
   <translation>изменение</translation>
  </message>
  <message>
   <location filename="app/store/project.py" />
   <source>“{name}” changed while it was saved.</source>
   <translation>Проект «{name}» изменился, пока сохранялся.</translation>
  </message>
  <message>
   <location filename="app/store/project.py" />
   <source>Save it again.</source>
   <translation>Сохраните его ещё раз.</translation>
  </message>
  <message>
   <location filename="app/store/project.py" />
   <source>another program changed it</source>
   <translation>его изменила другая программа</translation>
  </message>
  <message>
   <location filename="app/store/project_file.py" />
   <source>“{name}” is the project that is open.</source>
   <translation>«{name}» — это открытый проект.</translation>
  </message>
  <message>
   <location filename="app/store/project_file.py" />
   <source>Choose another file.</source>
   <translation>Выберите другой файл.</translation>
  </message>
  <message>
   <location filename="app/store/project_file.py" />
   <source>The project is copied into its backups…</source>
   <translation>Проект копируется в резервные копии…</translation>
  </message>
  <message>
   <location filename="app/store/project_file.py" />
   <source>“{name}” is damaged: nothing is written to it.</source>
   <translation>Проект «{name}» повреждён: в него ничего не записывается.</translation>
  </message>
  <message>
   <location filename="app/store/project_file.py" />
   <source>Open its newest backup, or choose “Edit anyway” above the article.</source>
   <translation>Откройте его последнюю резервную копию или нажмите «Всё равно править» над статьёй.</translation>
  </message>
  <message>
   <location filename="app/store/project_file.py" />
   <source>“{name}” is open for reading only.</source>
   <translation>«{name}» открыт только для чтения.</translation>
  </message>
  <message>
   <location filename="app/store/project_file.py" />
   <source>Save a copy of it in another folder to work on it.</source>
   <translation>Чтобы работать с ним, сохраните копию в другой папке.</translation>
  </message>
  <message>
   <location filename="app/store/rows/odd_values.py" />
   <source>row {row} of “{table}” is damaged</source>
   <translation>повреждена строка {row} таблицы «{table}»</translation>
  </message>
  <message>
   <location filename="app/store/rows/row_laws.py" />
   <source>row {row} of “{table}” lies outside the text of its article</source>
   <translation>строка {row} таблицы «{table}» выходит за пределы текста статьи</translation>
  </message>
  <message>
   <location filename="app/store/rows/row_laws.py" />
   <source>its history does not know of row {row}</source>
   <translation>в истории правок нет строки {row}</translation>
  </message>
  <message>
   <location filename="app/store/rows/row_laws.py" />
   <source>the text of article {row} is not the one it came with</source>
   <translation>текст статьи {row} не тот, с которым она пришла</translation>
  </message>
  <message>
   <location filename="app/store/rows/totals.py" />
   <source>it holds a value that no project has</source>
   <translation>в нём есть значение, которого в проекте быть не может</translation>
  </message>
  <message>
   <location filename="app/ui/article/layout/header.py" />
   <source>Skipped</source>
   <translation>Пропущена</translation>
  </message>
  <message>
   <location filename="app/ui/article/layout/header.py" />
   <source>Flagged</source>
   <translation>С флажком</translation>
  </message>
  <message>
   <location filename="app/ui/article/view.py" />
   <source>{address}
Ctrl and a click open it in the browser.</source>
   <translation>{address}
Ctrl и щелчок открывают страницу в браузере.</translation>
  </message>
  <message>
   <location filename="app/ui/article/voice.py" />
   <source>{label}, {status}: {words}</source>
   <translation>{label}, {status}: {words}</translation>
  </message>
  <message>
   <location filename="app/ui/article/voice.py" />
   <source>{words} selected</source>
   <translation>{words} — выделено</translation>
  </message>
  <message>
   <location filename="app/ui/article/voice.py" />
   <source>proposed</source>
   <translation>предложено</translation>
  </message>
  <message>
   <location filename="app/ui/article/voice.py" />
   <source>accepted</source>
   <translation>принято</translation>
  </message>
  <message>
   <location filename="app/ui/article/voice.py" />
   <source>corrected</source>
   <translation>исправлено</translation>
  </message>
  <message>
   <location filename="app/ui/article/voice.py" />
   <source>rejected</source>
   <translation>отклонено</translation>
  </message>
  <message>
   <location filename="app/ui/article/voice.py" />
   <source>Nothing selected</source>
   <translation>Ничего не выделено</translation>
  </message>
  <message>
   <location filename="app/ui/article/voice.py" />
   <source>{words} no longer selected</source>
   <translation>{words} — выделение снято</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/article/voice.py" />
   <source>{n} more decided together</source>
   <translation>
    <numerusform>вместе решается ещё {n}</numerusform>
    <numerusform>вместе решаются ещё {n}</numerusform>
    <numerusform>вместе решаются ещё {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/article/voice.py" />
   <source>{n} more when accepted</source>
   <translation>
    <numerusform>при принятии ещё {n}</numerusform>
    <numerusform>при принятии ещё {n}</numerusform>
    <numerusform>при принятии ещё {n}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/article/voice.py" />
   <source>Article: {title}</source>
   <translation>Статья: {title}</translation>
  </message>
  <message>
   <location filename="app/ui/base/queries/index_keeper.py" />
   <source>Indexing {done} of {all}</source>
   <translation>Указатель: {done} из {all}</translation>
  </message>
  <message>
   <location filename="app/ui/base/queries/index_keeper.py" />
   <source>Looking for changes…</source>
   <translation>Поиск изменений…</translation>
  </message>
  <message>
   <location filename="app/ui/base/queries/index_keeper.py" />
   <source>The index for searching cannot be brought up to date: {what}</source>
   <translation>Не удаётся обновить указатель для поиска: {what}</translation>
  </message>
  <message>
   <location filename="app/ui/base/queries/query_line.py" />
   <source>Tab: {words}</source>
   <translation>Tab: {words}</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/empty_words.py" />
   <source>Nothing fits this filter. Esc in its field clears it.</source>
   <translation>По этому отбору ничего нет. Esc в его поле сбрасывает отбор.</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/empty_words.py" />
   <source>Nothing fits this filter. Esc in its field clears it, {key} in the text.</source>
   <translation>По этому отбору ничего нет. Esc в его поле сбрасывает отбор, в тексте — {key}.</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/empty_words.py" />
   <source>Esc: take the ticks away</source>
   <translation>Esc: снять отметки</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/empty_words.py" />
   <source>Esc: show all</source>
   <translation>Esc: показать все</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/empty_words.py" />
   <source>Esc: close</source>
   <translation>Esc: закрыть</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/near_words.py" />
   <source>Nearly the same as “{title}” ({percent} %)</source>
   <translation>Почти то же, что «{title}» ({percent} %)</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/near_words.py" />
   <source>≈ {percent} %</source>
   <translation>≈ {percent} %</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/near_words.py" />
   <source>Untitled</source>
   <translation>Без названия</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/base/texts/near_words.py" />
   <source>Nearly the same as “{title}” ({percent} %) and {n} more</source>
   <translation>
    <numerusform>Почти то же, что «{title}» ({percent} %), и ещё {n} статья</numerusform>
    <numerusform>Почти то же, что «{title}» ({percent} %), и ещё {n} статьи</numerusform>
    <numerusform>Почти то же, что «{title}» ({percent} %), и ещё {n} статей</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/sizes.py" />
   <source>{size} GB</source>
   <translation>{size} ГБ</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/base/texts/sizes.py" />
   <source>{n} bytes</source>
   <translation>
    <numerusform>{n} байт</numerusform>
    <numerusform>{n} байта</numerusform>
    <numerusform>{n} байт</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/sizes.py" />
   <source>{size} KB</source>
   <translation>{size} КБ</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/sizes.py" />
   <source>{size} MB</source>
   <translation>{size} МБ</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/status_words.py" />
   <source>very doubtful</source>
   <translation>очень сомнительно</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/status_words.py" />
   <source>Proposed</source>
   <translation>Предложено</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/status_words.py" />
   <source>Corrected</source>
   <translation>Исправлено</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/status_words.py" />
   <source>Tagged beforehand</source>
   <translation>Автоматически</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/status_words.py" />
   <source>Imported</source>
   <translation>Импорт</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/status_words.py" />
   <source>By hand</source>
   <translation>Вручную</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/status_words.py" />
   <source>Spread from an equal mention</source>
   <translation>По такому же упоминанию</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/status_words.py" />
   <source>almost certain</source>
   <translation>почти наверняка</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/status_words.py" />
   <source>likely</source>
   <translation>вероятно</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/status_words.py" />
   <source>doubtful</source>
   <translation>сомнительно</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/status_words.py" />
   <source>open</source>
   <translation>открыто</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/status_words.py" />
   <source>done</source>
   <translation>готово</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/status_words.py" />
   <source>skipped</source>
   <translation>пропущено</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/status_words.py" />
   <source>low</source>
   <translation>низкий</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/status_words.py" />
   <source>normal</source>
   <translation>обычный</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/status_words.py" />
   <source>high</source>
   <translation>высокий</translation>
  </message>
  <message>
   <location filename="app/ui/base/texts/status_words.py" />
   <source>urgent</source>
   <translation>срочно</translation>
  </message>
  <message>
   <location filename="app/ui/base/unsaved_fields.py" />
   <source>Not saved yet. Esc once more drops what you wrote.</source>
   <translation>Ещё не сохранено. Esc ещё раз — и написанное пропадёт.</translation>
  </message>
  <message>
   <location filename="app/ui/base/widgets.py" />
   <source>Clear</source>
   <translation>Очистить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>by hand</source>
   <translation>вручную</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>at opening</source>
   <translation>при открытии</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>before an import</source>
   <translation>перед импортом</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>before tagging again</source>
   <translation>перед повторной разметкой</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>before a change of labels</source>
   <translation>перед сменой меток</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>before an edit of many articles</source>
   <translation>перед правкой многих статей</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>before an update of the format</source>
   <translation>перед обновлением формата</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>before restoring a backup</source>
   <translation>перед восстановлением из копии</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>it cannot be counted</source>
   <translation>подсчитать не удалось</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/backups.py" />
   <source>{n} notes</source>
   <translation>
    <numerusform>{n} заметка</numerusform>
    <numerusform>{n} заметки</numerusform>
    <numerusform>{n} заметок</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>Backups of “{name}”</source>
   <translation>Резервные копии «{name}»</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>Folder: {path}</source>
   <translation>Папка: {path}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>Made</source>
   <translation>Сделана</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>Reason</source>
   <translation>Причина</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>Size</source>
   <translation>Размер</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>Backups</source>
   <translation>Резервные копии</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>Open for reading</source>
   <translation>Открыть для чтения</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>Restore this backup…</source>
   <translation>Восстановить из этой копии…</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>removed</source>
   <translation>удалена</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>damaged</source>
   <translation>повреждена</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>Restore “{name}” from the backup?</source>
   <translation>Восстановить «{name}» из копии?</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>The project now: {what}</source>
   <translation>Проект сейчас: {what}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>The backup of {time}: {what}</source>
   <translation>Копия от {time}: {what}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>The project as it is now becomes a backup first. Undo does not lead back to it; that backup does.</source>
   <translation>Сначала нынешний проект сохраняется как резервная копия. Отменить замену нельзя, но к этой копии можно вернуться.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>No backups yet. One is made by itself once a day, and before imports and other large changes.</source>
   <translation>Резервных копий пока нет. Они делаются сами: раз в день, перед импортом и перед другими крупными изменениями.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/backups.py" />
   <source>Restore the project</source>
   <translation>Восстановить проект</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/creating.py" />
   <source>Create a new project?</source>
   <translation>Создать новый проект?</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/creating.py" />
   <source>There is no project “{name}” in {folder}.</source>
   <translation>Проекта «{name}» нет в папке {folder}.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/creating.py" />
   <source>Check the name. If it is right, a new and empty project can be created.</source>
   <translation>Проверьте имя. Если оно верно, можно создать новый пустой проект.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/creating.py" />
   <source>Create project</source>
   <translation>Создать проект</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/damage.py" />
   <source>The file was left as it is.</source>
   <translation>Файл оставлен как есть.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/damage.py" />
   <source>The project is damaged</source>
   <translation>Проект повреждён</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/damage.py" />
   <source>There is no backup of it.</source>
   <translation>Резервной копии нет.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/annotations_page.py" />
   <source>Choose a status.</source>
   <translation>Выберите хотя бы одно решение.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/annotations_page.py" />
   <source>Choose a label.</source>
   <translation>Выберите хотя бы одну метку.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/annotations_page.py" />
   <source>Status</source>
   <translation>Решение</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/annotations_page.py" />
   <source>Labels</source>
   <translation>Метки</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/choice_lists.py" />
   <source>Sheets and columns</source>
   <translation>Листы и столбцы</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/export_dialog.py" />
   <source>Export</source>
   <translation>Экспорт</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/export_dialog.py" />
   <source>Choices</source>
   <translation>Настройки</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/export_dialog.py" />
   <source>Open the file after the export</source>
   <translation>Открыть файл после экспорта</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/export_dialog.py" />
   <source>File and articles</source>
   <translation>Файл и статьи</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/export_dialog.py" />
   <source>Not in the file: {losses}.</source>
   <translation>В файле не будет: {losses}.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/export_preview.py" />
   <source>First rows</source>
   <translation>Первые строки</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/export_preview.py" />
   <source>First rows: reading…</source>
   <translation>Первые строки: читаются…</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/export_preview.py" />
   <source>First rows: none</source>
   <translation>Первые строки: таких нет</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/file_page.py" />
   <source>A part of an article is exported as Word document, PDF or web page: choose one of these.</source>
   <translation>Часть статьи экспортируется в Word, PDF или веб-страницу: выберите один из этих форматов.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/file_page.py" />
   <source>Format</source>
   <translation>Формат</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/file_page.py" />
   <source>Content</source>
   <translation>Содержание</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/file_page.py" />
   <source>Language of the file</source>
   <translation>Язык файла</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/file_page.py" />
   <source>Done articles only</source>
   <translation>Только готовые статьи</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/file_page.py" />
   <source>Names of those who annotated</source>
   <translation>Имена тех, кто размечал</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/file_page.py" />
   <source>From the day</source>
   <translation>С даты</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/file_page.py" />
   <source>To the day</source>
   <translation>По дату</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/file_page.py" />
   <source>“{day}” is no day. Write it as 2025-09-02.</source>
   <translation>«{day}» — не дата. Напишите так: 02.09.2025.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/file_page.py" />
   <source>Claims by speaker</source>
   <translation>Утверждения по говорящим</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/file_page.py" />
   <source>Articles with highlights</source>
   <translation>Статьи с разметкой</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/file_page.py" />
   <source>any, as 2025-09-02</source>
   <translation>любая, например 02.09.2025</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/file_page.py" />
   <source>any, as 2025-09-30</source>
   <translation>любая, например 30.09.2025</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/first_rows.py" />
   <source>Empty</source>
   <translation>Пусто</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/preset_row.py" />
   <source>The choices are kept under this name, for this dialog and for --preset.</source>
   <translation>Настройки сохранятся под этим именем — для этого окна и для --preset.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/preset_row.py" />
   <source>Save preset…</source>
   <translation>Сохранить набор…</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/preset_row.py" />
   <source>Delete preset</source>
   <translation>Удалить набор</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/preset_row.py" />
   <source>Preset</source>
   <translation>Набор</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/preset_row.py" />
   <source>None</source>
   <translation>Нет</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/preset_row.py" />
   <source>Save preset</source>
   <translation>Сохранить набор</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/sheets_page.py" />
   <source>A column of 0 and 1 for each label</source>
   <translation>Столбец 0/1 для каждой метки</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/export/sheets_page.py" />
   <source>Choose a sheet.</source>
   <translation>Выберите хотя бы один лист.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/file_dialog.py" />
   <source>Folder:</source>
   <translation>Папка:</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/file_dialog.py" />
   <source>Kind of file:</source>
   <translation>Вид файла:</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/file_dialog.py" />
   <source>Folder</source>
   <translation>Папка</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/file_work.py" />
   <source>Esc: cancel</source>
   <translation>Esc: отменить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/file_work.py" />
   <source>Cancelling…</source>
   <translation>Отмена…</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/file_work.py" />
   <source>{n} keys were pressed meanwhile and did nothing.</source>
   <translation>
    <numerusform>За это время нажата {n} клавиша, она не сработала.</numerusform>
    <numerusform>За это время нажаты {n} клавиши, они не сработали.</numerusform>
    <numerusform>За это время нажато {n} клавиш, они не сработали.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/bar.py" />
   <source>Name of this point</source>
   <translation>Название этой точки</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/bar.py" />
   <source>Cancel</source>
   <translation>Отмена</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/bar.py" />
   <source>Enter: keep the name, none where the line is empty · Esc: leave it</source>
   <translation>Enter: сохранить название, с пустой строкой — убрать · Esc: оставить как есть</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/past.py" />
   <source>As of {time}, after step {step}</source>
   <translation>Как было {time}, после шага {step}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>It is a new step: nothing that came later is lost.</source>
   <translation>Это новый шаг: ничего из сделанного позже не пропадёт.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>Nothing would change: this is how the project is now.</source>
   <translation>Ничего не изменится: проект сейчас именно такой.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>{n} changes are left out</source>
   <translation>
    <numerusform>{n} правка не вернётся</numerusform>
    <numerusform>{n} правки не вернутся</numerusform>
    <numerusform>{n} правок не вернутся</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>step {later} changed the same ({what})</source>
   <translation>то же изменил шаг {later} ({what})</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>Step {step} cannot be brought back: step {later} changed the same ({what}).</source>
   <translation>Шаг {step} нельзя вернуть: то же изменил шаг {later} ({what}).</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>Step {step} cannot be applied here: what it changed has changed since.</source>
   <translation>Шаг {step} здесь неприменим: то, что он менял, с тех пор изменилось.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>{n} other changes</source>
   <translation>
    <numerusform>{n} другая правка</numerusform>
    <numerusform>{n} другие правки</numerusform>
    <numerusform>{n} других правок</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>Restore the state after step {step}?</source>
   <translation>Восстановить состояние после шага {step}?</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>Undo step {step} alone?</source>
   <translation>Отменить только шаг {step}?</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>Bring back what was done up to step {step}?</source>
   <translation>Вернуть сделанное до шага {step} включительно?</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>Restore this state</source>
   <translation>Восстановить состояние</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>Undo this one</source>
   <translation>Отменить его</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>Bring back</source>
   <translation>Вернуть</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>Step {step} cannot be undone alone: step {later} builds on it ({what}).</source>
   <translation>Только шаг {step} отменить нельзя: на нём стоит шаг {later} ({what}).</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>{n} articles come back</source>
   <translation>
    <numerusform>{n} статья вернётся</numerusform>
    <numerusform>{n} статьи вернутся</numerusform>
    <numerusform>{n} статей вернутся</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>{n} articles go</source>
   <translation>
    <numerusform>{n} статья исчезнет</numerusform>
    <numerusform>{n} статьи исчезнут</numerusform>
    <numerusform>{n} статей исчезнут</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>{n} annotations come back</source>
   <translation>
    <numerusform>{n} метка вернётся</numerusform>
    <numerusform>{n} метки вернутся</numerusform>
    <numerusform>{n} меток вернутся</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>{n} annotations go</source>
   <translation>
    <numerusform>{n} метка исчезнет</numerusform>
    <numerusform>{n} метки исчезнут</numerusform>
    <numerusform>{n} меток исчезнут</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/history/questions.py" />
   <source>{n} annotations change</source>
   <translation>
    <numerusform>{n} метка изменится</numerusform>
    <numerusform>{n} метки изменятся</numerusform>
    <numerusform>{n} меток изменятся</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/rows.py" />
   <source>undone</source>
   <translation>отменено</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/rows.py" />
   <source>overtaken</source>
   <translation>вытеснено</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/rows.py" />
   <source>Step</source>
   <translation>Шаг</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/rows.py" />
   <source>Time</source>
   <translation>Время</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/rows.py" />
   <source>What was done</source>
   <translation>Что сделано</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/rows.py" />
   <source>Author</source>
   <translation>Автор</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/steps_list.py" />
   <source>Filter by words: what, article, author, name</source>
   <translation>Отбор по словам: что сделано, статья, автор, название</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/steps_list.py" />
   <source>Only “{title}”</source>
   <translation>Только «{title}»</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/steps_list.py" />
   <source>Nothing has been done in this project yet.</source>
   <translation>В этом проекте ещё ничего не сделано.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/steps_list.py" />
   <source>No steps found.</source>
   <translation>Подходящих шагов нет.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/steps_list.py" />
   <source>(removed article)</source>
   <translation>(удалённая статья)</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/table.py" />
   <source>Steps of the project</source>
   <translation>Шаги проекта</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/ways_back.py" />
   <source>This step counts: R goes back to it, U undoes it alone.</source>
   <translation>Этот шаг действует: R вернёт к нему, U отменит только его.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/ways_back.py" />
   <source>This step does not count now: B brings it back.</source>
   <translation>Этот шаг сейчас не действует: B вернёт его.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/ways_back.py" />
   <source>Counting what would change…</source>
   <translation>Подсчёт изменений…</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/ways_back.py" />
   <source>Done as a new step: one undo takes it back.</source>
   <translation>Сделано новым шагом: одна отмена его уберёт.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/ways_back.py" />
   <source>The project has changed meanwhile: ask once more.</source>
   <translation>Проект тем временем изменился: повторите запрос.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/window.py" />
   <source>History</source>
   <translation>История</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/window.py" />
   <source>↓: to the table and its keys</source>
   <translation>↓: в таблицу, к её клавишам</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/window.py" />
   <source>/: filter</source>
   <translation>/: отбор</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/window.py" />
   <source>U: undo this one alone</source>
   <translation>U: отменить только его</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/window.py" />
   <source>B: bring it back</source>
   <translation>B: вернуть его</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/window.py" />
   <source>↑ ↓: scroll</source>
   <translation>↑ ↓: прокрутка</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/window.py" />
   <source>[ ]: a row back or on</source>
   <translation>[ ]: на строку назад или вперёд</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/window.py" />
   <source>R: restore this state</source>
   <translation>R: восстановить это состояние</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/window.py" />
   <source>Esc: to the list</source>
   <translation>Esc: к списку</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/window.py" />
   <source>Enter: the article then</source>
   <translation>Enter: статья на тот момент</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/window.py" />
   <source>N: name this point</source>
   <translation>N: назвать точку</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/window.py" />
   <source>A: this article only</source>
   <translation>A: только эта статья</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/window.py" />
   <source>This step changed no article.</source>
   <translation>Этот шаг не менял статей.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/window.py" />
   <source>The article was not in the project then.</source>
   <translation>Этой статьи тогда не было в проекте.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/window.py" />
   <source>This project is open for reading only.</source>
   <translation>Этот проект открыт только для чтения.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/history/window.py" />
   <source>This is the past: nothing is changed here. Esc returns.</source>
   <translation>Это прошлое: здесь ничего не меняется. Esc вернёт назад.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/import_report/compare_window.py" />
   <source>Nearly the same</source>
   <translation>Почти то же</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/import_report/compare_window.py" />
   <source>{percent} % of the new article stands in the other one. What differs is marked.</source>
   <translation>{percent} % новой статьи есть в другой. Различия выделены.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/import_report/compare_window.py" />
   <source>New article</source>
   <translation>Новая статья</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/import_report/compare_window.py" />
   <source>In the project</source>
   <translation>В проекте</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/import_report/compare_window.py" />
   <source>Keep both</source>
   <translation>Оставить обе</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/import_report/compare_window.py" />
   <source>Leave out the new one</source>
   <translation>Убрать новую</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/import_report/compare_window.py" />
   <source>Open the new one</source>
   <translation>Открыть новую</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/import_report/compare_window.py" />
   <source>Open the other one</source>
   <translation>Открыть другую</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/import_report/compare_window.py" />
   <source>Next difference (F3)</source>
   <translation>Следующее различие (F3)</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/import_report/report_rows.py" />
   <source>left out</source>
   <translation>убрана</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/import_report/report_window.py" />
   <source>Enter: compare, or open</source>
   <translation>Enter: сравнить или открыть</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/import_report/report_window.py" />
   <source>Backspace: leave the new article out</source>
   <translation>Backspace: убрать новую статью</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/import_report/report_window.py" />
   <source>Import report</source>
   <translation>Отчёт об импорте</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/import_report/report_window.py" />
   <source>Open</source>
   <translation>Открыть</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/import_report/report_window.py" />
   <source>Leave out</source>
   <translation>Убрать</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/import_report/report_window.py" />
   <source>Enter: open the article</source>
   <translation>Enter: открыть статью</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/import_report/report_window.py" />
   <source>Ctrl+C: copy the report</source>
   <translation>Ctrl+C: скопировать отчёт</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/import_report/report_window.py" />
   <source>Compare…</source>
   <translation>Сравнить…</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/importing.py" />
   <source>Import articles</source>
   <translation>Импорт статей</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/importing.py" />
   <source>Tag entities and claims beforehand</source>
   <translation>Предварительно разметить имена и утверждения</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/importing.py" />
   <source>Mend texts of web pages and letters</source>
   <translation>Исправлять тексты с веб-страниц и из писем</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/importing.py" />
   <source>Ask about the columns of tables</source>
   <translation>Спрашивать о столбцах таблиц</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/importing.py" />
   <source>An article that is already in the project is recognised and left out.</source>
   <translation>Статья, которая уже есть в проекте, распознаётся и пропускается.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/importing.py" />
   <source>and {n} more</source>
   <translation>
    <numerusform>и ещё {n}</numerusform>
    <numerusform>и ещё {n}</numerusform>
    <numerusform>и ещё {n}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/importing.py" />
   <source>By name and content</source>
   <translation>По имени и содержанию</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/importing.py" />
   <source>Import</source>
   <translation>Импорт</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/launcher.py" />
   <source>Correct entities and claims in news by keyboard alone.</source>
   <translation>Правка имён и утверждений в новостях — одной клавиатурой.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/launcher.py" />
   <source>Version {version}</source>
   <translation>Версия {version}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/launcher.py" />
   <source>Keys go by their place: the same on US, Russian and Kazakh layouts.</source>
   <translation>Клавиши действуют по месту: одинаково на английской, русской и казахской раскладках.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/launcher.py" />
   <source>Settings and log: {folder}</source>
   <translation>Настройки и журнал: {folder}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/launcher.py" />
   <source>Articles shown</source>
   <translation>Показанные статьи</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/launcher.py" />
   <source>Selected articles</source>
   <translation>Выделенные статьи</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/launcher.py" />
   <source>This article</source>
   <translation>Эта статья</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/claim_edits.py" />
   <source>Verdict: {value}</source>
   <translation>Вердикт: {value}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/claim_edits.py" />
   <source>Looked, nothing new.</source>
   <translation>Просмотрено, нового нет.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/claim_edits.py" />
   <source>Saved.</source>
   <translation>Сохранено.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/claim_edits.py" />
   <source>scales of verdicts</source>
   <translation>шкалы вердиктов</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/claim_form.py" />
   <source>“{text}” is no due date. Write 2026, June 2026, autumn 2026 or 15.06.2026.</source>
   <translation>«{text}» — не срок. Напишите 2026, июнь 2026, осень 2026 или 15.06.2026.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/claim_form.py" />
   <source>2026, June 2026, autumn 2026, 15.06.2026</source>
   <translation>2026, июнь 2026, осень 2026, 15.06.2026</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/claim_form.py" />
   <source>Topic</source>
   <translation>Тема</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/claim_form.py" />
   <source>The article says: {date}</source>
   <translation>В статье: {date}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/claim_form.py" />
   <source>Due</source>
   <translation>Срок</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/claim_form.py" />
   <source>The article names no date.</source>
   <translation>В статье срок не назван.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/claim_form.py" />
   <source>Save (Enter)</source>
   <translation>Сохранить (Enter)</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/copying.py" />
   <source>Copied with its source: {text}</source>
   <translation>Скопировано с источником: {text}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/evidence_fields.py" />
   <source>Link</source>
   <translation>Ссылка</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/evidence_fields.py" />
   <source>Quote</source>
   <translation>Цитата</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/evidence_fields.py" />
   <source>Published on</source>
   <translation>Опубликовано</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/evidence_fields.py" />
   <source>What the evidence does to the claim</source>
   <translation>Как доказательство соотносится с утверждением</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/evidence_fields.py" />
   <source>Add (Alt+E)</source>
   <translation>Добавить (Alt+E)</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/evidence_fields.py" />
   <source>Evidence needs a link or a quote.</source>
   <translation>Доказательству нужна ссылка или цитата.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/evidence_fields.py" />
   <source>“{text}” is not a day. Write it as 2026-11-26 or 26.11.2026.</source>
   <translation>«{text}» — не дата. Напишите так: 26.11.2026 или 2026-11-26.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/evidence_fields.py" />
   <source>No evidence has the number {number}.</source>
   <translation>Доказательства с номером {number} нет.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/evidence_fields.py" />
   <source>Alt+1 … 9: take the one with this number back</source>
   <translation>Alt+1 … 9: вернуть доказательство с этим номером в поля</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/exporting.py" />
   <source>ClaimReview cannot hold: {what}.</source>
   <translation>В ClaimReview не войдут: {what}.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/exporting.py" />
   <source>Export as ClaimReview</source>
   <translation>Экспорт в ClaimReview</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/exporting.py" />
   <source>Export the ledger</source>
   <translation>Экспорт реестра утверждений</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/exporting.py" />
   <source>Exporting…</source>
   <translation>Экспорт…</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/ledger/exporting.py" />
   <source>{n} reviews can be written into {name}.</source>
   <translation>
    <numerusform>В файл {name} можно записать {n} проверку.</numerusform>
    <numerusform>В файл {name} можно записать {n} проверки.</numerusform>
    <numerusform>В файл {name} можно записать {n} проверок.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/exporting.py" />
   <source>No review is left to write. A workbook holds all claims.</source>
   <translation>Записывать нечего. Все утверждения помещаются в книгу Excel.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/exporting.py" />
   <source>Workbook</source>
   <translation>Книга Excel</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/exporting.py" />
   <source>The export was cancelled.</source>
   <translation>Экспорт отменён.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/ledger/exporting.py" />
   <source>{n} claims</source>
   <translation>
    <numerusform>{n} утверждение</numerusform>
    <numerusform>{n} утверждения</numerusform>
    <numerusform>{n} утверждений</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/ledger/exporting.py" />
   <source>{n} reviews</source>
   <translation>
    <numerusform>{n} вердикт</numerusform>
    <numerusform>{n} вердикта</numerusform>
    <numerusform>{n} вердиктов</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/exporting.py" />
   <source>Write</source>
   <translation>Записать</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/exporting.py" />
   <source>figures disagree</source>
   <translation>цифры расходятся</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/filters.py" />
   <source>Filter: words, speaker:, kind:, due:&lt;2026, date:2025-06, source:</source>
   <translation>Отбор: слова, говорящий:, вид:, срок:&lt;2026, дата:2025-06, источник:</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/form.py" />
   <source>Back (Esc)</source>
   <translation>Назад (Esc)</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/groups.py" />
   <source>All</source>
   <translation>Все</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/groups.py" />
   <source>(none)</source>
   <translation>(нет)</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/claims_page.py" />
   <source>Reading…</source>
   <translation>Читается…</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/claims_page.py" />
   <source>Nothing fits this filter.</source>
   <translation>По этому отбору ничего нет.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/claims_page.py" />
   <source>No claims yet. Esc closes this window, and Ctrl+I imports articles.</source>
   <translation>Утверждений пока нет. Esc закрывает окно, Ctrl+I импортирует статьи.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/join_page.py" />
   <source>Claims to join</source>
   <translation>Утверждения для объединения</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/join_page.py" />
   <source>Join these as places of one claim? They will share its verdicts.</source>
   <translation>Объединить как упоминания одного утверждения? Вердикты у них будут общие.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/join_page.py" />
   <source>Which of these are the same claim as the first? Space ticks them.</source>
   <translation>Какие из них — то же утверждение, что и первое? Пробел отмечает.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/join_page.py" />
   <source>Join (Enter)</source>
   <translation>Объединить (Enter)</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/join_page.py" />
   <source>{share} % of the words</source>
   <translation>{share} % слов общие</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/join_page.py" />
   <source>equal figures</source>
   <translation>те же цифры</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/join_page.py" />
   <source>equal due date</source>
   <translation>тот же срок</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/scale_page.py" />
   <source>Version {version}: saving a change makes the next one.</source>
   <translation>Версия {version}: сохранение правки создаёт следующую.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/scale_page.py" />
   <source>Name, Russian</source>
   <translation>Название, рус.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/scale_page.py" />
   <source>Name, English</source>
   <translation>Название, англ.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/scale_page.py" />
   <source>Definition, Russian</source>
   <translation>Определение, рус.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/scale_page.py" />
   <source>Definition, English</source>
   <translation>Определение, англ.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/scale_page.py" />
   <source>Values of the scale</source>
   <translation>Значения шкалы</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/scale_page.py" />
   <source>good</source>
   <translation>хорошо</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/scale_page.py" />
   <source>in between</source>
   <translation>посередине</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/scale_page.py" />
   <source>bad</source>
   <translation>плохо</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/scale_page.py" />
   <source>“{name}” needs at least one value.</source>
   <translation>Шкале «{name}» нужно хотя бы одно значение.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/scale_page.py" />
   <source>Counts as</source>
   <translation>Считается как</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/scale_page.py" />
   <source>Save (Ctrl+Enter)</source>
   <translation>Сохранить (Ctrl+Enter)</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/time_bars.py" />
   <source>Today</source>
   <translation>Сегодня</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/time_line_page.py" />
   <source>and beyond</source>
   <translation>и дальше</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/pages/time_line_page.py" />
   <source>▨ overdue · ■ ahead or not looked at · □ judged · the dashed line is today</source>
   <translation>▨ просрочено · ■ срок впереди или не проверялось · □ с вердиктом · пунктир: сегодня</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/ledger/pages/time_line_page.py" />
   <source>{n} overdue</source>
   <translation>
    <numerusform>просрочено {n}</numerusform>
    <numerusform>просрочено {n}</numerusform>
    <numerusform>просрочено {n}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/rows.py" />
   <source>topic: {name}</source>
   <translation>тема: {name}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/rows.py" />
   <source>This claim is gone.</source>
   <translation>Этого утверждения больше нет.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/table.py" />
   <source>Claims of the project</source>
   <translation>Утверждения проекта</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/verdict_form.py" />
   <source>Likely, not firm (C)</source>
   <translation>Вероятно, не твёрдо (C)</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/verdict_form.py" />
   <source>As of: 2026-11-26 or 26.11.2026</source>
   <translation>На дату: 26.11.2026</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/verdict_form.py" />
   <source>due {date}</source>
   <translation>срок {date}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/verdict_form.py" />
   <source>None: nobody has judged this claim.</source>
   <translation>Нет: вердикта по этому утверждению никто не выносил.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/verdict_form.py" />
   <source>Verdict</source>
   <translation>Вердикт</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/verdict_form.py" />
   <source>Note</source>
   <translation>Заметка</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/verdict_form.py" />
   <source>Choose a value by its digit.</source>
   <translation>Выберите значение цифрой.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/verdict_form.py" />
   <source>{date}: looked, nothing new</source>
   <translation>{date}: просмотрено, нового нет</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/verdict_form.py" />
   <source>As of</source>
   <translation>На дату</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/verdict_form.py" />
   <source>Evidence</source>
   <translation>Доказательства</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/verdict_form.py" />
   <source>Earlier verdicts</source>
   <translation>Прежние вердикты</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/verdict_form.py" />
   <source>The claim fell due on {date}, and this value says that its date is ahead.</source>
   <translation>Срок утверждения прошёл {date}, а это значение говорит, что он впереди.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/verdict_form.py" />
   <source>Ctrl+Enter once more saves it all the same.</source>
   <translation>Ещё раз Ctrl+Enter — сохранить всё равно.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>Today: {date}</source>
   <translation>Сегодня: {date}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>V: verdict</source>
   <translation>V: вердикт</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>L: looked, nothing new</source>
   <translation>L: просмотрено, нового нет</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>E: due date, topic</source>
   <translation>E: срок, тема</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>Y: scales</source>
   <translation>Y: шкалы</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>Space: tick</source>
   <translation>Пробел: отметить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>J: join the ticked</source>
   <translation>J: объединить отмеченные</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>S: the same elsewhere</source>
   <translation>S: то же в других статьях</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>1–9: sort by a column</source>
   <translation>1–9: сортировка по столбцу</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>M: time line</source>
   <translation>M: лента времени</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>G: group</source>
   <translation>G: группы</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>[ ]: groups</source>
   <translation>[ ]: другая группа</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>X: export</source>
   <translation>X: экспорт</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>Ctrl+C: copy with the source</source>
   <translation>Ctrl+C: скопировать с источником</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>[ ]: scale</source>
   <translation>[ ]: шкала</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>Enter: edit a cell</source>
   <translation>Enter: править ячейку</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>Space: what it counts as</source>
   <translation>Пробел: как считается</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>Alt+↑ ↓: move</source>
   <translation>Alt+↑ ↓: переставить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>Delete: remove</source>
   <translation>Delete: удалить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>Ctrl+Enter: save</source>
   <translation>Ctrl+Enter: сохранить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>Esc: leave</source>
   <translation>Esc: выйти</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>Claim ledger</source>
   <translation>Реестр утверждений</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>{n} ticked</source>
   <translation>
    <numerusform>отмечено {n}</numerusform>
    <numerusform>отмечено {n}</numerusform>
    <numerusform>отмечено {n}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>No promise, forecast or demand with a due date is shown.</source>
   <translation>Среди показанных нет обещаний, прогнозов и требований со сроком.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>Space: the same claim · Enter: join what is ticked · Esc: leave</source>
   <translation>Пробел: то же утверждение · Enter: объединить отмеченные · Esc: назад</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>← →: period · ↑ ↓: claim · Enter: open the article · Esc: to the table</source>
   <translation>← →: период · ↑ ↓: утверждение · Enter: открыть статью · Esc: к таблице</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>No claim is shown: there is nothing to export.</source>
   <translation>Ни одного утверждения не показано: экспортировать нечего.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>Digit: value · Enter: evidence · Tab: next field · Ctrl+Enter: save · Esc: leave</source>
   <translation>Цифра: значение · Enter: доказательства · Tab: следующее поле · Ctrl+Enter: сохранить · Esc: назад</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>A claim was replaced or removed meanwhile: nothing was saved.</source>
   <translation>Утверждение за это время заменено или удалено: ничего не сохранено.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>Enter: save · Tab: next field · Esc: leave</source>
   <translation>Enter: сохранить · Tab: следующее поле · Esc: выйти</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>Tick the claims with Space first; S suggests which may be the same.</source>
   <translation>Сначала отметьте утверждения пробелом; S подскажет похожие.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>No claim like this one was found elsewhere.</source>
   <translation>Похожих утверждений в других местах не найдено.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>Tick two claims at least.</source>
   <translation>Отметьте хотя бы два утверждения.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/window.py" />
   <source>Enter: join what is ticked · Space: tick · Esc: leave</source>
   <translation>Enter: объединить отмеченные · Пробел: отметить · Esc: назад</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>{scale}, version {version}</source>
   <translation>{scale}, версия {version}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>firm</source>
   <translation>твёрдо</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>Overdue</source>
   <translation>Просрочено</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>Not checked</source>
   <translation>Не проверялось</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>Waiting</source>
   <translation>Ожидает</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>Not looked at for 90 days</source>
   <translation>90 дней без проверки</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>Judged</source>
   <translation>С вердиктом</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>Speaker</source>
   <translation>Говорящий</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>Kind</source>
   <translation>Вид</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>Figures</source>
   <translation>Цифры</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>State</source>
   <translation>Состояние</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>Date</source>
   <translation>Дата</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>Source</source>
   <translation>Источник</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>supports</source>
   <translation>подтверждает</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>contradicts</source>
   <translation>опровергает</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>context</source>
   <translation>контекст</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>By speaker</source>
   <translation>По говорящим</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>By month</source>
   <translation>По месяцам</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>By due month</source>
   <translation>По месяцам срока</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>By source</source>
   <translation>По источнику</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>By kind</source>
   <translation>По видам</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>By topic</source>
   <translation>По теме</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>By word</source>
   <translation>По слову</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/ledger/words.py" />
   <source>{n} d</source>
   <translation>
    <numerusform>{n} дн.</numerusform>
    <numerusform>{n} дн.</numerusform>
    <numerusform>{n} дн.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/marks/window.py" />
   <source>Change articles</source>
   <translation>Изменить статьи</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/marks/window.py" />
   <source>Tags, separated by commas</source>
   <translation>Теги через запятую</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/marks/window.py" />
   <source>Reason (may stay empty)</source>
   <translation>Причина (можно не указывать)</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/marks/window.py" />
   <source>{n} articles change</source>
   <translation>
    <numerusform>Изменится {n} статья</numerusform>
    <numerusform>Изменятся {n} статьи</numerusform>
    <numerusform>Изменятся {n} статей</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/marks/window.py" />
   <source>Change {n} articles</source>
   <translation>
    <numerusform>Изменить {n} статью</numerusform>
    <numerusform>Изменить {n} статьи</numerusform>
    <numerusform>Изменить {n} статей</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/marks/window.py" />
   <source>What is done</source>
   <translation>Что сделать</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/marks/window.py" />
   <source>Counting: {done} of {all}</source>
   <translation>Подсчёт: {done} из {all}</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/marks/window.py" />
   <source>{n} are so already</source>
   <translation>
    <numerusform>{n} уже такая</numerusform>
    <numerusform>{n} уже такие</numerusform>
    <numerusform>{n} уже такие</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/marks/window.py" />
   <source>{n} annotations in them stay open: nobody decided them.</source>
   <translation>
    <numerusform>В них останется открытой {n} метка: по ней никто не решал.</numerusform>
    <numerusform>В них останутся открытыми {n} метки: по ним никто не решал.</numerusform>
    <numerusform>В них останутся открытыми {n} меток: по ним никто не решал.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/marks/window.py" />
   <source>← →: which articles · ↑ ↓: what is done · Tab: tags, reason</source>
   <translation>← →: какие статьи · ↑ ↓: что сделать · Tab: теги, причина</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/marks/words.py" />
   <source>Done</source>
   <translation>Готовы</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/marks/words.py" />
   <source>Open again</source>
   <translation>Снова открыть</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/marks/words.py" />
   <source>Skip</source>
   <translation>Пропустить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/marks/words.py" />
   <source>Flag</source>
   <translation>Поставить флажок</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/marks/words.py" />
   <source>Add tags</source>
   <translation>Добавить теги</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/marks/words.py" />
   <source>Remove tags</source>
   <translation>Убрать теги</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/marks/words.py" />
   <source>Priority: urgent</source>
   <translation>Приоритет: срочно</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/marks/words.py" />
   <source>Priority: high</source>
   <translation>Приоритет: высокий</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/marks/words.py" />
   <source>Priority: normal</source>
   <translation>Приоритет: обычный</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/marks/words.py" />
   <source>Priority: low</source>
   <translation>Приоритет: низкий</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/name_dialog.py" />
   <source>Name</source>
   <translation>Имя</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{total}, at most {peak}</source>
   <translation>{total}, макс. {peak}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{right} of {judged}</source>
   <translation>{right} из {judged}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>tags</source>
   <translation>метки</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>articles with hidden pre-tags</source>
   <translation>статьи со скрытыми автоматическими метками</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>articles</source>
   <translation>статьи</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>Nothing of this sample counts yet: it is decided in the order of drawing. W opens its next, Ctrl+] the one after.</source>
   <translation>В этой выборке ещё ничего не учтено: её решают в порядке отбора. W открывает следующую статью выборки, Ctrl+] — ту, что за ней.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>None of the articles that fit this filter is finished yet.</source>
   <translation>Ни одна статья из этого отбора ещё не завершена.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>no date</source>
   <translation>без даты</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{done} of {all} done</source>
   <translation>готово {done} из {all}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>The names in most articles; joined names of the register count as one. The numbers are articles.</source>
   <translation>Имена из наибольшего числа статей; объединённые в реестре считаются одним. Числа — статьи.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} articles done</source>
   <translation>
    <numerusform>{n} статья готова</numerusform>
    <numerusform>{n} статьи готовы</numerusform>
    <numerusform>{n} статей готово</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} open</source>
   <translation>
    <numerusform>{n} открыта</numerusform>
    <numerusform>{n} открыты</numerusform>
    <numerusform>{n} открыто</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} drawn of {all}</source>
   <translation>
    <numerusform>взята {n} из {all}</numerusform>
    <numerusform>взяты {n} из {all}</numerusform>
    <numerusform>взято {n} из {all}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>seed {seed}</source>
   <translation>начальное число {seed}</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} decided</source>
   <translation>
    <numerusform>решена {n}</numerusform>
    <numerusform>решено {n}</numerusform>
    <numerusform>решено {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} count, without a gap from the first drawn</source>
   <translation>
    <numerusform>учтена {n} подряд от начала выборки</numerusform>
    <numerusform>учтены {n} подряд от начала выборки</numerusform>
    <numerusform>учтено {n} подряд от начала выборки</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>Intervals: Wilson, 95 %.</source>
   <translation>Интервалы Уилсона, 95 %.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>Progress and pace</source>
   <translation>Ход и темп работы</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>Labels over time</source>
   <translation>Метки по времени</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>Claims over time</source>
   <translation>Утверждения по времени</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>Who is named with whom</source>
   <translation>Кто упомянут вместе с кем</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>Precision of the tagger</source>
   <translation>Точность разметчика</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>No article was finished yet. Ctrl+Enter finishes the open article.</source>
   <translation>Ни одна статья ещё не завершена. Ctrl+Enter завершает открытую статью.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>No entities here yet. Importing an article tags it.</source>
   <translation>Сущностей пока нет. Статья размечается при импорте.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>No claims here yet. Shift+1 to Shift+4 make one of the selection.</source>
   <translation>Утверждений пока нет. Shift+1 … Shift+4 делают утверждение из выделенного.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>No articles here.</source>
   <translation>Статей нет.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>Nothing of the register is named here yet.</source>
   <translation>Здесь пока не назван никто и ничто из реестра.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>No decided sample yet. R draws articles or tags at random; their decisions tell how precise the tagger is. What is decided in other orders, such as the most doubtful first, would mislead.</source>
   <translation>Решённой выборки ещё нет. R берёт случайные статьи или метки: по решениям о них видно, как часто разметчик прав. Решения в другом порядке, например сначала самые сомнительные, дали бы неверную картину.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>Other sources</source>
   <translation>Другие источники</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} entities</source>
   <translation>
    <numerusform>{n} имя</numerusform>
    <numerusform>{n} имени</numerusform>
    <numerusform>{n} имён</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>no sample yet</source>
   <translation>выборки ещё нет</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} sources</source>
   <translation>
    <numerusform>{n} источник</numerusform>
    <numerusform>{n} источника</numerusform>
    <numerusform>{n} источников</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} names</source>
   <translation>
    <numerusform>{n} имя</numerusform>
    <numerusform>{n} имени</numerusform>
    <numerusform>{n} имён</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} skipped</source>
   <translation>
    <numerusform>пропущена {n}</numerusform>
    <numerusform>пропущено {n}</numerusform>
    <numerusform>пропущено {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{rate} a day in the last {n} days</source>
   <translation>
    <numerusform>{rate} в день за последний {n} день</numerusform>
    <numerusform>{rate} в день за последние {n} дня</numerusform>
    <numerusform>{rate} в день за последние {n} дней</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>all done on {date} at this pace</source>
   <translation>при таком темпе всё готово {date}</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} done without a known day</source>
   <translation>
    <numerusform>{n} готова, день неизвестен</numerusform>
    <numerusform>{n} готовы, день неизвестен</numerusform>
    <numerusform>{n} готово, день неизвестен</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} of them fit the filter</source>
   <translation>
    <numerusform>{n} из них подходит под фильтр</numerusform>
    <numerusform>{n} из них подходят под фильтр</numerusform>
    <numerusform>{n} из них подходят под фильтр</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>filter: {query}</source>
   <translation>отбор: {query}</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>{n} gone or skipped</source>
   <translation>
    <numerusform>{n} выбыла или пропущена</numerusform>
    <numerusform>{n} выбыли или пропущены</numerusform>
    <numerusform>{n} выбыло или пропущено</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>no source</source>
   <translation>без источника</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>not enough yet</source>
   <translation>пока мало</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/drawings/picture_words.py" />
   <source>Sample {number}</source>
   <translation>Выборка {number}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/filter_bar.py" />
   <source>Filter articles: words, source:, date:2025-06, progress:done</source>
   <translation>Отбор статей: слова, источник:, дата:2025-06, статья:готова</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/filter_bar.py" />
   <source>as in the list</source>
   <translation>как в списке</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/picture_list.py" />
   <source>Pictures</source>
   <translation>Картины</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/sample_form.py" />
   <source>Only articles that nobody has decided anything in are drawn. You annotate them without seeing what the tagger says; finishing one compares both. This is the fairest way.</source>
   <translation>Берутся только статьи, где ещё ничего не решено. Вы размечаете их, не видя автоматических меток; при завершении статьи метки сравниваются. Это самый честный способ.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/sample_form.py" />
   <source>Draw a random sample</source>
   <translation>Взять случайную выборку</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/sample_form.py" />
   <source>What</source>
   <translation>Что</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/sample_form.py" />
   <source>How many</source>
   <translation>Сколько</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/sample_form.py" />
   <source>Seed</source>
   <translation>Начальное число</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/sample_form.py" />
   <source>Draw</source>
   <translation>Взять выборку</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/sample_form.py" />
   <source>Articles, pre-tags hidden until they are done</source>
   <translation>Статьи, метки скрыты до завершения</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/sample_form.py" />
   <source>Articles, with their pre-tags</source>
   <translation>Статьи с автоматическими метками</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/sample_form.py" />
   <source>Single tags of the tagger</source>
   <translation>Отдельные автоматические метки</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/sample_form.py" />
   <source>From the articles that fit: {query}</source>
   <translation>Из статей по отбору: {query}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/sample_form.py" />
   <source>From all articles</source>
   <translation>Из всех статей</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/sample_form.py" />
   <source>Articles that are done count at once. Seeing pre-tags makes people accept more of them.</source>
   <translation>Готовые статьи учитываются сразу. Кто видит автоматические метки, принимает их чаще.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/sample_form.py" />
   <source>The quickest way: single tags from all articles, decided one by one.</source>
   <translation>Самый быстрый способ: отдельные метки из всех статей, решаемые по одной.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/sample_form.py" />
   <source>The same seed draws the same ones. The sample is kept in the project.</source>
   <translation>То же число даёт ту же выборку. Выборка хранится в проекте.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>Overview</source>
   <translation>Обзор</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>No articles yet. Esc closes this window, and Ctrl+I imports articles.</source>
   <translation>Статей пока нет. Esc закрывает окно, Ctrl+I импортирует статьи.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>Counting…</source>
   <translation>Подсчёт…</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>The search lists it as a queue, and an empty line here offers it.</source>
   <translation>Поиск покажет его как очередь, а пустая строка отбора предложит его снова.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>Filter saved: {name}</source>
   <translation>Отбор сохранён: {name}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>Save the picture</source>
   <translation>Сохранить картину</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>Saved: {name}</source>
   <translation>Сохранено: {name}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>The sample is drawn. W opens its first member; Ctrl+] goes on from there.</source>
   <translation>Выборка взята. W открывает первое из неё, Ctrl+] ведёт дальше.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>1–6: picture</source>
   <translation>1–6: картина</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>← → ↑ ↓: mark</source>
   <translation>← → ↑ ↓: отметить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>Enter: the articles</source>
   <translation>Enter: к статьям</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>S: save</source>
   <translation>S: сохранить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>F: filter by what is marked</source>
   <translation>F: отобрать по отмеченному</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>Ctrl+S: save the filter</source>
   <translation>Ctrl+S: сохранить отбор</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>R: draw a sample</source>
   <translation>R: взять выборку</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>Still counting. Try again in a moment.</source>
   <translation>Ещё идёт подсчёт. Повторите чуть позже.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>Nothing is marked here.</source>
   <translation>Здесь ничего не отмечено.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>Nothing is filtered: / leads to the filter.</source>
   <translation>Отбора нет: / ведёт в строку отбора.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>There is no picture to save yet.</source>
   <translation>Сохранять пока нечего.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>Picture</source>
   <translation>Изображение</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>Drawing</source>
   <translation>Рисунок</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>There are no articles to draw from.</source>
   <translation>Выборку не из чего взять: статей нет.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>Tab: next field · Enter: draw · Esc: leave</source>
   <translation>Tab: следующее поле · Enter: взять · Esc: назад</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>Drawing…</source>
   <translation>Выборка берётся…</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>The articles are still being read. Try again in a moment.</source>
   <translation>Статьи ещё читаются. Повторите чуть позже.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>W: work on the sample</source>
   <translation>W: решать выборку</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>[ ]: other samples</source>
   <translation>[ ]: другие выборки</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/overview/window.py" />
   <source>Name of the filter</source>
   <translation>Название отбора</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/own_steps.py" />
   <source>After it came: {what}. Ctrl+H takes back a single step.</source>
   <translation>После этого сделано: {what}. Отдельный шаг отменяется в истории: Ctrl+H.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/own_steps.py" />
   <source>Nothing was changed here yet.</source>
   <translation>Здесь пока ничего не изменено.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/own_steps.py" />
   <source>U: undo</source>
   <translation>U: отменить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/problems.py" />
   <source>Error in Pometka</source>
   <translation>Ошибка в программе Pometka</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/problems.py" />
   <source>This is an error in the program. What was saved is safe; you can go on working.</source>
   <translation>Это ошибка в самой программе. Сохранённое в безопасности, можно работать дальше.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/problems.py" />
   <source>Report</source>
   <translation>Отчёт</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/problems.py" />
   <source>The report holds no text of your articles.</source>
   <translation>Текста ваших статей в отчёте нет.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/problems.py" />
   <source>Log: {path}</source>
   <translation>Журнал: {path}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/problems.py" />
   <source>Copy the report</source>
   <translation>Скопировать отчёт</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/problems.py" />
   <source>{n} more errors came meanwhile.</source>
   <translation>
    <numerusform>Тем временем произошла ещё {n} ошибка.</numerusform>
    <numerusform>Тем временем произошли ещё {n} ошибки.</numerusform>
    <numerusform>Тем временем произошло ещё {n} ошибок.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/problems.py" />
   <source>They are in “{path}”.</source>
   <translation>Они записаны в «{path}».</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/project_window.py" />
   <source>All was still being read: what was pressed meanwhile did nothing.</source>
   <translation>Данные ещё читались: нажатое в это время не сработало.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/reading.py" />
   <source>Open read-only?</source>
   <translation>Открыть только для чтения?</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/card.py" />
   <source>Nothing was found.</source>
   <translation>Ничего не найдено.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/card_rows.py" />
   <source>The mention is gone.</source>
   <translation>Упоминания больше нет.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/card_rows.py" />
   <source>The claim is gone.</source>
   <translation>Утверждения больше нет.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/record_edits.py" />
   <source>Tick the records with Space first; S suggests which may be the same.</source>
   <translation>Сначала отметьте записи пробелом; S предлагает, что может быть одним и тем же.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/record_edits.py" />
   <source>The records have different ids ({system}): they are not the same.</source>
   <translation>У записей разные идентификаторы ({system}): это не одно и то же.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/record_edits.py" />
   <source>Joined to “{name}”: {others}.</source>
   <translation>Объединено с «{name}»: {others}.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/record_edits.py" />
   <source>“{name}” is a record of its own.</source>
   <translation>«{name}» теперь отдельная запись.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/record_edits.py" />
   <source>Not judged any more: {names}.</source>
   <translation>Решение снято: {names}.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/record_form.py" />
   <source>“{text}” is no Wikidata number. Write it as Q232 or as its address.</source>
   <translation>«{text}» — не номер Wikidata. Напишите его так: Q232, или вставьте адрес страницы.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/record_form.py" />
   <source>“{text}” is no BIN: it has 12 digits.</source>
   <translation>«{text}» — не БИН: в нём 12 цифр.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/record_form.py" />
   <source>Rename “{old}” to “{new}”? Enter: yes · Esc: no</source>
   <translation>Переименовать «{old}» в «{new}»? Enter: да · Esc: нет</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/record_form.py" />
   <source>Type</source>
   <translation>Тип</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/register/records_page.py" />
   <source>{n} records</source>
   <translation>
    <numerusform>{n} запись</numerusform>
    <numerusform>{n} записи</numerusform>
    <numerusform>{n} записей</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/records_page.py" />
   <source>Filter by name, in any case form</source>
   <translation>Отбор по имени, в любом падеже</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/review_page.py" />
   <source>Last decisions</source>
   <translation>Последние решения</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/register/review_page.py" />
   <source>{n} pairs left</source>
   <translation>
    <numerusform>осталась {n} пара</numerusform>
    <numerusform>осталось {n} пары</numerusform>
    <numerusform>осталось {n} пар</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/review_page.py" />
   <source>No suggestion is left.</source>
   <translation>Предложений больше нет.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/review_page.py" />
   <source>Names</source>
   <translation>Имена</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/review_page.py" />
   <source>Count</source>
   <translation>Сколько</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/review_page.py" />
   <source>First seen</source>
   <translation>Впервые</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/review_page.py" />
   <source>Last seen</source>
   <translation>В последний раз</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/review_page.py" />
   <source>Mentions</source>
   <translation>Упоминания</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/review_page.py" />
   <source>equal</source>
   <translation>совпадает</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/review_page.py" />
   <source>Space: skip</source>
   <translation>Пробел: пропустить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/review_page.py" />
   <source>alike</source>
   <translation>похоже</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/rows.py" />
   <source>Other names</source>
   <translation>Другие имена</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/rows.py" />
   <source>First</source>
   <translation>Впервые</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/rows.py" />
   <source>Last</source>
   <translation>Последнее</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/rows.py" />
   <source>ticked</source>
   <translation>отмечено</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/table.py" />
   <source>Register</source>
   <translation>Реестр</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/window.py" />
   <source>T: type</source>
   <translation>T: тип</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/window.py" />
   <source>O: order</source>
   <translation>O: порядок</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/window.py" />
   <source>1–6: sections of the card</source>
   <translation>1–6: разделы карточки</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/window.py" />
   <source>Enter, →: to the card, and to the article</source>
   <translation>Enter, →: в карточку, затем в статью</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/window.py" />
   <source>X: split the name off</source>
   <translation>X: отделить имя</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/window.py" />
   <source>E: name, type, ids, note</source>
   <translation>E: имя, тип, номера, заметка</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/window.py" />
   <source>S: what may be the same</source>
   <translation>S: что может быть одним и тем же</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/window.py" />
   <source>1: same</source>
   <translation>1: одно и то же</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/window.py" />
   <source>2: different</source>
   <translation>2: разные</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/window.py" />
   <source>3: not sure</source>
   <translation>3: не уверен</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/window.py" />
   <source>→: last decisions, 1 2 3 change one, Backspace takes it back</source>
   <translation>→: последние решения: 1 2 3 меняют, Backspace снимает</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/window.py" />
   <source>Enter: save, asks before it renames · Ctrl+Enter: save · Tab: next field · Esc: leave</source>
   <translation>Enter: сохранить, новое имя — после вопроса · Ctrl+Enter: сохранить сразу · Tab: следующее поле · Esc: выйти</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/window.py" />
   <source>Mark a name of the record first: 2 lists them.</source>
   <translation>Сначала выберите имя записи: их список под клавишей 2.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/window.py" />
   <source>Nothing was joined.</source>
   <translation>Ничего не объединено.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/window.py" />
   <source>The record has no other name.</source>
   <translation>У записи нет других имён.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/window.py" />
   <source>Join all the same? Enter: yes · Esc: no</source>
   <translation>Всё равно объединить? Enter: да · Esc: нет</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>Nothing is labelled yet: {labels}. Esc closes this window.</source>
   <translation>Пока ничего не отмечено: {labels}. Esc закрывает окно.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>Person</source>
   <translation>Персона</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>Organisation</source>
   <translation>Организация</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>Place</source>
   <translation>Место</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>All types</source>
   <translation>Все типы</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>Persons</source>
   <translation>Персоны</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>Organisations</source>
   <translation>Организации</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>Places</source>
   <translation>Места</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>No label of the scheme names anybody or anything. Add one in the label scheme.</source>
   <translation>В схеме меток нет метки для имён и названий. Добавьте её в схему меток.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>No persons, organisations or places yet. Esc closes this window, and Ctrl+I imports articles.</source>
   <translation>Пока нет ни людей, ни организаций, ни мест. Esc закрывает окно, Ctrl+I импортирует статьи.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>Says</source>
   <translation>Говорит</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>Said of it</source>
   <translation>Что говорят</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>Named with</source>
   <translation>Рядом с кем</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>Positions</source>
   <translation>Должности</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>by mentions</source>
   <translation>по числу упоминаний</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>by name</source>
   <translation>по имени</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>last seen first</source>
   <translation>сначала недавние</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>The same words in another order</source>
   <translation>Те же слова в другом порядке</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>The same name in another alphabet</source>
   <translation>То же имя другим алфавитом</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>The same name with another legal form, or without one</source>
   <translation>То же название с другой правовой формой или без неё</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>The same name with its kind or country, or without</source>
   <translation>То же название с видом или страной либо без них</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>The same family name, and no first name speaks against it</source>
   <translation>Та же фамилия, имя не противоречит</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>The first letters of the name</source>
   <translation>Первые буквы названия</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>The beginnings of two words of the name</source>
   <translation>Начала двух слов названия</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>The names differ in one letter</source>
   <translation>Имена отличаются одной буквой</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>Same</source>
   <translation>Одно и то же</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>Different</source>
   <translation>Разные</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>Not sure</source>
   <translation>Не уверен</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>Suggested</source>
   <translation>Предложено</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>The types differ: {types}.</source>
   <translation>Типы разные: {types}.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>No name suggests that “{name}” means {others}.</source>
   <translation>По названиям не видно, что «{name}» — это {others}.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>BIN</source>
   <translation>БИН</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>“{left}” and “{right}” were judged: not sure.</source>
   <translation>Про «{left}» и «{right}» решено: не уверен.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/register/words.py" />
   <source>“{left}” and “{right}” were judged different.</source>
   <translation>«{left}» и «{right}» признаны разными.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/report.py" />
   <source>Left out or changed:</source>
   <translation>Пропущено или изменено:</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/report.py" />
   <source>Problems</source>
   <translation>Замечания</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{place} of {all}</source>
   <translation>{place} из {all}</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} articles of a random sample hide their pre-tags until they are done</source>
   <translation>
    <numerusform>В {n} статье случайной выборки метки скрыты, пока она не готова</numerusform>
    <numerusform>В {n} статьях случайной выборки метки скрыты, пока они не готовы</numerusform>
    <numerusform>В {n} статьях случайной выборки метки скрыты, пока они не готовы</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} least certain</source>
   <translation>
    <numerusform>{n} наименее уверенная</numerusform>
    <numerusform>{n} наименее уверенные</numerusform>
    <numerusform>{n} наименее уверенных</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} left out</source>
   <translation>
    <numerusform>вне очереди {n}</numerusform>
    <numerusform>вне очереди {n}</numerusform>
    <numerusform>вне очереди {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} left</source>
   <translation>
    <numerusform>осталась {n}</numerusform>
    <numerusform>осталось {n}</numerusform>
    <numerusform>осталось {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} at random (seed {seed})</source>
   <translation>
    <numerusform>{n} случайная (выборка {seed})</numerusform>
    <numerusform>{n} случайные (выборка {seed})</numerusform>
    <numerusform>{n} случайных (выборка {seed})</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} in skipped articles</source>
   <translation>
    <numerusform>{n} в пропущенных статьях</numerusform>
    <numerusform>{n} в пропущенных статьях</numerusform>
    <numerusform>{n} в пропущенных статьях</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/account.py" />
   <source>Of those drawn at random: {counts}</source>
   <translation>Из случайных: {counts}</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} were decided elsewhere meanwhile</source>
   <translation>
    <numerusform>{n} решена тем временем в другом месте</numerusform>
    <numerusform>{n} решены тем временем в другом месте</numerusform>
    <numerusform>{n} решено тем временем в другом месте</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} in skipped articles are left out</source>
   <translation>
    <numerusform>{n} в пропущенных статьях в очередь не входит</numerusform>
    <numerusform>{n} в пропущенных статьях в очередь не входят</numerusform>
    <numerusform>{n} в пропущенных статьях в очередь не входят</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} accepted</source>
   <translation>
    <numerusform>принята {n}</numerusform>
    <numerusform>принято {n}</numerusform>
    <numerusform>принято {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} corrected</source>
   <translation>
    <numerusform>исправлена {n}</numerusform>
    <numerusform>исправлено {n}</numerusform>
    <numerusform>исправлено {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/account.py" />
   <source>{n} rejected</source>
   <translation>
    <numerusform>отклонена {n}</numerusform>
    <numerusform>отклонено {n}</numerusform>
    <numerusform>отклонено {n}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/account_page.py" />
   <source>No proposal is left to decide.</source>
   <translation>Нерешённых меток не осталось.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/account_page.py" />
   <source>Enter: the next queue</source>
   <translation>Enter: следующая очередь</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/account_page.py" />
   <source>S: the skipped ones</source>
   <translation>S: пропущенные</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/decisions.py" />
   <source>{done}: “{text}”. U: undo</source>
   <translation>{done}: «{text}». U: отменить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/decisions.py" />
   <source>This is the first one.</source>
   <translation>Это первая метка.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/decisions.py" />
   <source>Nothing was skipped.</source>
   <translation>Пропущенных нет.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/decisions.py" />
   <source>Nothing was decided here yet.</source>
   <translation>Здесь пока ничего не решено.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/decisions.py" />
   <source>This is a claim: Shift with a digit labels it.</source>
   <translation>Это утверждение: его вид задаёт Shift с цифрой.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/decisions.py" />
   <source>No label has this key.</source>
   <translation>На этой клавише нет вида метки.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/decisions.py" />
   <source>Note saved.</source>
   <translation>Заметка сохранена.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/note_form.py" />
   <source>Note on the annotation</source>
   <translation>Заметка к метке</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/note_form.py" />
   <source>Write a note</source>
   <translation>Напишите заметку</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/note_form.py" />
   <source>Enter saves · Shift+Enter: new line · Esc keeps a draft</source>
   <translation>Enter сохраняет · Shift+Enter: новая строка · Esc оставляет черновик</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/page.py" />
   <source>{label}?</source>
   <translation>{label}?</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/page.py" />
   <source>said by {who}</source>
   <translation>говорит {who}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/page.py" />
   <source>certainty not known</source>
   <translation>уверенность неизвестна</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/page.py" />
   <source>the start is in doubt</source>
   <translation>начало под сомнением</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/page.py" />
   <source>the end is in doubt</source>
   <translation>конец под сомнением</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/page.py" />
   <source>drawn at random</source>
   <translation>выбрана случайно</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/review/page.py" />
   <source>{n} more of this name follow</source>
   <translation>
    <numerusform>дальше ещё {n} с этим именем</numerusform>
    <numerusform>дальше ещё {n} с этим именем</numerusform>
    <numerusform>дальше ещё {n} с этим именем</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/page.py" />
   <source>Space: accept</source>
   <translation>Пробел: принять</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/page.py" />
   <source>Backspace: reject</source>
   <translation>Backspace: отклонить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/page.py" />
   <source>Tab: skip</source>
   <translation>Tab: пропустить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/page.py" />
   <source>N: note</source>
   <translation>N: заметка</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/window.py" />
   <source>Review queue</source>
   <translation>Очередь на проверку</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/window.py" />
   <source>Shift+Tab: back</source>
   <translation>Shift+Tab: назад</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/window.py" />
   <source>1…0: label of a mention, Shift+1…9: of a claim</source>
   <translation>1…0: вид упоминания, Shift+1…9: вид утверждения</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/review/window.py" />
   <source>Alt+← →, Alt+Shift+← →: move the end, the start</source>
   <translation>Alt+← →, Alt+Shift+← →: сдвинуть конец, начало</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/attribute_table.py" />
   <source>Text</source>
   <translation>Текст</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/attribute_table.py" />
   <source>One of the values</source>
   <translation>Одно из значений</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/attribute_table.py" />
   <source>Yes or no</source>
   <translation>Да или нет</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/attribute_table.py" />
   <source>Attributes</source>
   <translation>Признаки</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/attribute_table.py" />
   <source>Title</source>
   <translation>Заголовок</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/attribute_table.py" />
   <source>Values</source>
   <translation>Значения</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/label_form.py" />
   <source>Next free one</source>
   <translation>Свободный</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/label_form.py" />
   <source>Colour of the label</source>
   <translation>Цвет метки</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/label_form.py" />
   <source>Key</source>
   <translation>Клавиша</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/label_form.py" />
   <source>Colour</source>
   <translation>Цвет</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/label_form.py" />
   <source>Guideline</source>
   <translation>Указания</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/label_form.py" />
   <source>Examples</source>
   <translation>Примеры</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/label_form.py" />
   <source>One a line</source>
   <translation>По одному в строке</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/label_form.py" />
   <source>The palette's own</source>
   <translation>Из палитры</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/label_form.py" />
   <source>Title, {language}</source>
   <translation>Название, {language}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/label_form.py" />
   <source>Choose…</source>
   <translation>Выбрать…</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/removing.py" />
   <source>Remove the label “{label}”</source>
   <translation>Удалить метку «{label}»</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/scheme/removing.py" />
   <source>{n} annotations have it, {articles}.</source>
   <translation>
    <numerusform>Стоит на {n} месте, {articles}.</numerusform>
    <numerusform>Стоит на {n} местах, {articles}.</numerusform>
    <numerusform>Стоит на {n} местах, {articles}.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/removing.py" />
   <source>Remove the annotations too</source>
   <translation>Удалить её отовсюду</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/removing.py" />
   <source>What becomes of them</source>
   <translation>Что с ними сделать</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/removing.py" />
   <source>It is done when the scheme is saved. One undo takes it back.</source>
   <translation>Всё изменится, когда вы сохраните схему меток. Одна отмена вернёт как было.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/removing.py" />
   <source>Merge into “{label}”</source>
   <translation>Заменить меткой «{label}»</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/removing.py" />
   <source>Remove</source>
   <translation>Удалить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>A short name, as it stands in exports:</source>
   <translation>Короткое имя, как в экспорте:</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>Ctrl+N entity · Ctrl+Shift+N claim · Ctrl+Shift+A attribute · Ctrl+Enter saves. In the list: 1…0, - and = give a key · F2 rename or merge · Delete remove · Alt+↑ ↓ move</source>
   <translation>Ctrl+N — имя · Ctrl+Shift+N — утверждение · Ctrl+Shift+A — признак · Ctrl+Enter — сохранить. В списке: 1…0, - и = задают клавишу · F2 — переименовать или объединить · Delete — удалить · Alt+↑ ↓ — переместить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>Label scheme</source>
   <translation>Схема меток</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>no key</source>
   <translation>без клавиши</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>New name. With the name of another label the two become one, in the whole project:</source>
   <translation>Новое имя. С именем другой метки две станут одной во всём проекте:</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>Load a label scheme</source>
   <translation>Загрузить схему меток</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>Save the label scheme</source>
   <translation>Сохранить схему меток</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>Label schemes (*.json)</source>
   <translation>Схемы меток (*.json)</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>Save</source>
   <translation>Сохранить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>Without a key: {labels}. Choose it and press a digit, - or =.</source>
   <translation>Без клавиши: {labels}. Выберите и нажмите цифру, - или =.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>{key} is the key of “{owner}”. Press {key} again to give it to “{label}”.</source>
   <translation>{key} — клавиша метки «{owner}». Нажмите {key} ещё раз, чтобы отдать её метке «{label}».</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>{key} is now the key of “{label}”; “{owner}” has none.</source>
   <translation>{key} теперь ставит «{label}»; у метки «{owner}» клавиши нет.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>There is a label “{label}” already.</source>
   <translation>Метка «{label}» уже есть.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>{key} is now the key of “{label}”.</source>
   <translation>{key} теперь ставит «{label}».</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>All keys are taken: press one to give it to “{label}”.</source>
   <translation>Все клавиши заняты: нажмите ту, которую отдать метке «{label}».</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>“{label}” removed. No annotation has it.</source>
   <translation>Метка «{label}» удалена. Она нигде не стоит.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>Key taken away.</source>
   <translation>Клавиша снята.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>New label</source>
   <translation>Новая метка</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>Add an entity</source>
   <translation>Новая метка имени</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>Add a claim</source>
   <translation>Новое утверждение</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>Rename…</source>
   <translation>Переименовать…</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>Remove…</source>
   <translation>Удалить…</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>Up</source>
   <translation>Выше</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>Down</source>
   <translation>Ниже</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>Load…</source>
   <translation>Загрузить…</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>Save as…</source>
   <translation>Сохранить как…</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/scheme_editor.py" />
   <source>Rename or merge</source>
   <translation>Переименовать или слить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/taught_names.py" />
   <source>What the tagger knows</source>
   <translation>Что знает разметчик</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/taught_names.py" />
   <source>One name a line, its label first: “ORG Акорда”. All cases of the name are found.</source>
   <translation>Одно имя в строке, сначала метка: «ORG Акорда». Имя находится во всех падежах.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/taught_names.py" />
   <source>Names of this project</source>
   <translation>Имена этого проекта</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/taught_names.py" />
   <source>An organisation takes its country with it: “Верховный суд Испании”</source>
   <translation>Организация берётся вместе со страной: «Верховный суд Испании»</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/scheme/taught_names.py" />
   <source>Used the next time that articles are tagged. What was decided stays.</source>
   <translation>Действует со следующей разметки. Принятые решения не меняются.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/key_field.py" />
   <source>Press the new key here</source>
   <translation>Нажмите здесь новую клавишу</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/key_field.py" />
   <source>New key</source>
   <translation>Новая клавиша</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/keys_page.py" />
   <source>Find a key or an action</source>
   <translation>Найти клавишу или действие</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/keys_page.py" />
   <source>{key} does “{action}” now; it will go to this one.</source>
   <translation>Сейчас {key} — это «{action}»; клавиша перейдёт к выбранному.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/keys_page.py" />
   <source>Keys</source>
   <translation>Клавиши</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/keys_page.py" />
   <source>Action</source>
   <translation>Действие</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/keys_page.py" />
   <source>Menu</source>
   <translation>Меню</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/keys_page.py" />
   <source>Bind</source>
   <translation>Назначить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/keys_page.py" />
   <source>Add</source>
   <translation>Добавить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/keys_page.py" />
   <source>No key</source>
   <translation>Без клавиши</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/keys_page.py" />
   <source>Restore</source>
   <translation>Вернуть</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/keys_page.py" />
   <source>Restore all</source>
   <translation>Вернуть все</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/keys_page.py" />
   <source>Default</source>
   <translation>По умолчанию</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/keys_page.py" />
   <source>Left hand</source>
   <translation>Левая рука</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/settings_dialog.py" />
   <source>Settings</source>
   <translation>Настройки</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/settings_dialog.py" />
   <source>Stored with each of your decisions</source>
   <translation>Записывается с каждым вашим решением</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/settings_dialog.py" />
   <source>Mend texts of web pages and letters on import</source>
   <translation>При импорте исправлять тексты с веб-страниц и из писем</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/settings_dialog.py" />
   <source>Offer to repeat a correction after the third equal one</source>
   <translation>Предлагать повторить исправление после третьего такого же</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/settings_dialog.py" />
   <source> characters</source>
   <translation> знаков</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/settings_dialog.py" />
   <source>Chosen by the program</source>
   <translation>Выбирает программа</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/settings_dialog.py" />
   <source>General</source>
   <translation>Общие</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/settings_dialog.py" />
   <source>Appearance</source>
   <translation>Оформление</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/settings_dialog.py" />
   <source>Your name</source>
   <translation>Ваше имя</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/settings_dialog.py" />
   <source>Size of the text</source>
   <translation>Размер текста</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/settings_dialog.py" />
   <source>Line spacing</source>
   <translation>Межстрочный интервал</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/settings_dialog.py" />
   <source>Length of a line</source>
   <translation>Длина строки</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/settings_dialog.py" />
   <source>Font of the text</source>
   <translation>Шрифт текста</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/settings_dialog.py" />
   <source>Above a word</source>
   <translation>Над словом</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/settings_dialog.py" />
   <source>Titles: Place, Org.</source>
   <translation>Названия: Место, Орг.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/settings/settings_dialog.py" />
   <source>Letters: LOC, ORG</source>
   <translation>Коды: LOC, ORG</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/stopping.py" />
   <source>Stop the running work?</source>
   <translation>Остановить начатую работу?</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/stopping.py" />
   <source>What it has brought so far stays.</source>
   <translation>Что уже сделано, останется.</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/stopping.py" />
   <source>Go on</source>
   <translation>Продолжать</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/tables/table_dialog.py" />
   <source>Lead</source>
   <translation>Лид</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/tables/table_dialog.py" />
   <source>Address (URL)</source>
   <translation>Адрес (URL)</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/tables/table_dialog.py" />
   <source>Id</source>
   <translation>Номер (id)</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/tables/table_dialog.py" />
   <source>Author (as a note)</source>
   <translation>Автор (в заметку)</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/tables/table_dialog.py" />
   <source>Comma</source>
   <translation>Запятая</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/tables/table_dialog.py" />
   <source>Semicolon</source>
   <translation>Точка с запятой</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/tables/table_dialog.py" />
   <source>Tab</source>
   <translation>Табуляция</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/tables/table_dialog.py" />
   <source>Bar |</source>
   <translation>Черта |</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/tables/table_dialog.py" />
   <source>Which column holds what?</source>
   <translation>Что в каком столбце?</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/tables/table_dialog.py" />
   <source>Remember for tables with these columns</source>
   <translation>Запомнить для таблиц с такими столбцами</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/tables/table_dialog.py" />
   <source>Separator</source>
   <translation>Разделитель</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/tables/table_dialog.py" />
   <source>Encoding</source>
   <translation>Кодировка</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/tables/table_dialog.py" />
   <source>Sheet</source>
   <translation>Лист</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/unsaved.py" />
   <source>Not saved</source>
   <translation>Не сохранено</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/unsaved.py" />
   <source>Taken back</source>
   <translation>Отменено</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/unsaved.py" />
   <source>{n} changes were taken back; everything else is kept.</source>
   <translation>
    <numerusform>Отменено {n} изменение; всё остальное на месте.</numerusform>
    <numerusform>Отменено {n} изменения; всё остальное на месте.</numerusform>
    <numerusform>Отменено {n} изменений; всё остальное на месте.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/unsaved.py" />
   <source>{n} changes are kept in memory only.</source>
   <translation>
    <numerusform>{n} изменение хранится только в памяти.</numerusform>
    <numerusform>{n} изменения хранятся только в памяти.</numerusform>
    <numerusform>{n} изменений хранятся только в памяти.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/details.py" />
   <source>The marked row in full</source>
   <translation>Отмеченная строка целиком</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/details.py" />
   <source>At the export</source>
   <translation>При выгрузке</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/details.py" />
   <source>In the program now</source>
   <translation>Сейчас в программе</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/details.py" />
   <source>In the workbook</source>
   <translation>В книге</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/details.py" />
   <source>not known</source>
   <translation>неизвестно</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/rows.py" />
   <source>Change</source>
   <translation>Правка</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/rows.py" />
   <source>New row</source>
   <translation>Новая строка</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/rows.py" />
   <source>Conflict</source>
   <translation>Расхождение</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/rows.py" />
   <source>Emptied cell</source>
   <translation>Очищенная ячейка</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/rows.py" />
   <source>Words</source>
   <translation>Слова</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/rows.py" />
   <source>Field</source>
   <translation>Поле</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/rows.py" />
   <source>Where</source>
   <translation>Где</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/rows.py" />
   <source>is deleted if you accept it</source>
   <translation>удалится, если принять</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/window.py" />
   <source>Changes in “{name}”</source>
   <translation>Правки в книге «{name}»</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/window.py" />
   <source>Show only</source>
   <translation>Показать только</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/window.py" />
   <source>Changes in the workbook</source>
   <translation>Правки в книге</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/window.py" />
   <source>Space: accept or refuse</source>
   <translation>Пробел: принять или отклонить</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/window.py" />
   <source>Ctrl+A: accept all shown</source>
   <translation>Ctrl+A: принять все показанные</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/window.py" />
   <source>Ctrl+Shift+A: refuse all shown</source>
   <translation>Ctrl+Shift+A: отклонить все показанные</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/window.py" />
   <source>Ctrl+F: show only one kind</source>
   <translation>Ctrl+F: показать один вид</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/window.py" />
   <source>Ctrl+C: copy the list</source>
   <translation>Ctrl+C: скопировать список</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/dialogs/workbook/window.py" />
   <source>Take in {n} rows</source>
   <translation>
    <numerusform>Перенести {n} строку</numerusform>
    <numerusform>Перенести {n} строки</numerusform>
    <numerusform>Перенести {n} строк</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/window.py" />
   <source>Everything</source>
   <translation>Всё</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/window.py" />
   <source>Field: {name}</source>
   <translation>Поле: {name}</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/window.py" />
   <source>Show</source>
   <translation>Показать</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/window.py" />
   <source>Accept all shown</source>
   <translation>Принять все показанные</translation>
  </message>
  <message>
   <location filename="app/ui/dialogs/workbook/window.py" />
   <source>Refuse all shown</source>
   <translation>Отклонить все показанные</translation>
  </message>
  <message>
   <location filename="app/ui/panels/annotations/annotation_list.py" />
   <source>Filter annotations</source>
   <translation>Отбор меток</translation>
  </message>
  <message>
   <location filename="app/ui/panels/annotations/annotation_list.py" />
   <source>Label</source>
   <translation>Метка</translation>
  </message>
  <message>
   <location filename="app/ui/panels/annotations/annotation_list.py" />
   <source>Confidence</source>
   <translation>Уверенность</translation>
  </message>
  <message>
   <location filename="app/ui/panels/annotations/annotation_list.py" />
   <source>All labels</source>
   <translation>Метки</translation>
  </message>
  <message>
   <location filename="app/ui/panels/annotations/annotation_list.py" />
   <source>Any status</source>
   <translation>Решения</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_columns.py" />
   <source>Progress</source>
   <translation>Готовность</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_columns.py" />
   <source>To decide</source>
   <translation>Открыто</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_columns.py" />
   <source>Doubt</source>
   <translation>Сомнение</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_columns.py" />
   <source>Tags</source>
   <translation>Теги</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_columns.py" />
   <source>Priority</source>
   <translation>Приоритет</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>Filter</source>
   <translation>Отбор</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>{shown} of {n} articles</source>
   <translation>
    <numerusform>{shown} из {n} статьи</numerusform>
    <numerusform>{shown} из {n} статей</numerusform>
    <numerusform>{shown} из {n} статей</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>Searching …</source>
   <translation>Поиск…</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>Order and filter</source>
   <translation>Порядок и отбор</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>The other way round</source>
   <translation>В обратном порядке</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>Columns (in a wide list)</source>
   <translation>Столбцы (в широком списке)</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>All articles</source>
   <translation>Все статьи</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>Not done</source>
   <translation>Не готовы</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>Skipped ones</source>
   <translation>Пропущенные</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>In order of import</source>
   <translation>По порядку импорта</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>By date</source>
   <translation>По дате</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>By title</source>
   <translation>По названию</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>Most left to decide first</source>
   <translation>Сначала те, где осталось больше</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>Open ones first</source>
   <translation>Сначала открытые</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>Most doubtful first</source>
   <translation>Сначала самые сомнительные</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>Most notes first</source>
   <translation>Больше заметок — выше</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>Flagged ones first</source>
   <translation>Сначала с флажком</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>By tags</source>
   <translation>По тегам</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_list.py" />
   <source>Most urgent first</source>
   <translation>Сначала срочные</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_rows.py" />
   <source>Cannot be read</source>
   <translation>Не читается</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/panels/articles/article_rows.py" />
   <source>{n} ent.</source>
   <translation>
    <numerusform>{n} имя</numerusform>
    <numerusform>{n} имени</numerusform>
    <numerusform>{n} имён</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/panels/articles/article_rows.py" />
   <source>{n} cl.</source>
   <translation>
    <numerusform>{n} утв.</numerusform>
    <numerusform>{n} утв.</numerusform>
    <numerusform>{n} утв.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/panels/articles/article_rows.py" />
   <source>{n} no.</source>
   <translation>
    <numerusform>{n} зам.</numerusform>
    <numerusform>{n} зам.</numerusform>
    <numerusform>{n} зам.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/panels/articles/article_rows.py" />
   <source>{n} left to decide</source>
   <translation>
    <numerusform>осталось {n} решение</numerusform>
    <numerusform>осталось {n} решения</numerusform>
    <numerusform>осталось {n} решений</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_rows.py" />
   <source>All decided</source>
   <translation>Всё решено</translation>
  </message>
  <message>
   <location filename="app/ui/panels/articles/article_rows.py" />
   <source>Priority: {priority}</source>
   <translation>Приоритет: {priority}</translation>
  </message>
  <message>
   <location filename="app/ui/panels/inspector/attribute_fields.py" />
   <source>Yes</source>
   <translation>Да</translation>
  </message>
  <message>
   <location filename="app/ui/panels/inspector/inspector.py" />
   <source>Tab goes to the next annotation.</source>
   <translation>Tab ведёт к следующей метке.</translation>
  </message>
  <message>
   <location filename="app/ui/panels/inspector/inspector.py" />
   <source>Normal form</source>
   <translation>Начальная форма</translation>
  </message>
  <message>
   <location filename="app/ui/panels/inspector/inspector.py" />
   <source>Cue</source>
   <translation>Вводящие слова</translation>
  </message>
  <message>
   <location filename="app/ui/panels/inspector/inspector.py" />
   <source>Origin</source>
   <translation>Откуда</translation>
  </message>
  <message>
   <location filename="app/ui/panels/middle/banner.py" />
   <source>Your changes are kept in memory until they can be written.</source>
   <translation>Ваши изменения хранятся в памяти, пока их нельзя записать.</translation>
  </message>
  <message>
   <location filename="app/ui/panels/middle/banner.py" />
   <source>Try again</source>
   <translation>Повторить</translation>
  </message>
  <message>
   <location filename="app/ui/panels/middle/find_bar.py" />
   <source>Previous place</source>
   <translation>Предыдущее место</translation>
  </message>
  <message>
   <location filename="app/ui/panels/middle/find_bar.py" />
   <source>Next place</source>
   <translation>Следующее место</translation>
  </message>
  <message>
   <location filename="app/ui/panels/middle/find_bar.py" />
   <source>Close</source>
   <translation>Закрыть</translation>
  </message>
  <message>
   <location filename="app/ui/panels/middle/find_bar.py" />
   <source>Not found</source>
   <translation>Не найдено</translation>
  </message>
  <message>
   <location filename="app/ui/panels/middle/find_bar.py" />
   <source>{place} of {count}</source>
   <translation>{place} из {count}</translation>
  </message>
  <message>
   <location filename="app/ui/panels/notes/note_editor.py" />
   <source>Draft, not saved yet</source>
   <translation>Черновик, ещё не сохранён</translation>
  </message>
  <message>
   <location filename="app/ui/panels/notes/note_editor.py" />
   <source>Drop the draft</source>
   <translation>Удалить черновик</translation>
  </message>
  <message>
   <location filename="app/ui/panels/notes/note_list.py" />
   <source>No notes yet. N writes one on the current annotation, Shift+N on the article, Ctrl+Shift+N on the project.</source>
   <translation>Заметок пока нет. N — к текущей метке, Shift+N — к статье, Ctrl+Shift+N — к проекту.</translation>
  </message>
  <message>
   <location filename="app/ui/panels/notes/note_list.py" />
   <source>Add a note to the article</source>
   <translation>Заметка к статье</translation>
  </message>
  <message>
   <location filename="app/ui/panels/notes/note_list.py" />
   <source>On the project</source>
   <translation>К проекту</translation>
  </message>
  <message>
   <location filename="app/ui/panels/notes/note_list.py" />
   <source>On the article</source>
   <translation>К статье</translation>
  </message>
  <message>
   <location filename="app/ui/panels/panes.py" />
   <source>All annotations</source>
   <translation>Все метки</translation>
  </message>
  <message>
   <location filename="app/ui/printing/print_task.py" />
   <source>Printing “{title}” is not finished.</source>
   <translation>Печать статьи «{title}» не закончена.</translation>
  </message>
  <message>
   <location filename="app/ui/printing/print_task.py" />
   <source>“{name}” does not print.</source>
   <translation>Принтер «{name}» не печатает.</translation>
  </message>
  <message>
   <location filename="app/ui/printing/print_task.py" />
   <source>Check the printer, or export the article as PDF: File → Export….</source>
   <translation>Проверьте принтер или сохраните статью в PDF: «Файл» → «Экспорт…».</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/background_tasks.py" />
   <source>{n} articles tagged</source>
   <translation>
    <numerusform>Размечена {n} статья</numerusform>
    <numerusform>Размечены {n} статьи</numerusform>
    <numerusform>Размечено {n} статей</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/projects/background_tasks.py" />
   <source>Import a folder</source>
   <translation>Импорт папки</translation>
  </message>
  <message>
   <location filename="app/ui/projects/background_tasks.py" />
   <source>Importing</source>
   <translation>Импорт</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/background_tasks.py" />
   <source>Tagging “{name}” was cancelled: undo took back {n} articles.</source>
   <translation>
    <numerusform>Разметка «{name}» прервана: отменены изменения в {n} статье.</numerusform>
    <numerusform>Разметка «{name}» прервана: отменены изменения в {n} статьях.</numerusform>
    <numerusform>Разметка «{name}» прервана: отменены изменения в {n} статьях.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/projects/background_tasks.py" />
   <source>Tagging</source>
   <translation>Разметка</translation>
  </message>
  <message>
   <location filename="app/ui/projects/background_tasks.py" />
   <source>There is no text on the clipboard.</source>
   <translation>В буфере обмена нет текста.</translation>
  </message>
  <message>
   <location filename="app/ui/projects/background_tasks.py" />
   <source>Comparing articles</source>
   <translation>Сравнение статей</translation>
  </message>
  <message>
   <location filename="app/ui/projects/background_tasks.py" />
   <source>Nothing is running.</source>
   <translation>Ничего не выполняется.</translation>
  </message>
  <message>
   <location filename="app/ui/projects/background_tasks.py" />
   <source>No work on this project is unfinished.</source>
   <translation>В этом проекте нет незаконченной работы.</translation>
  </message>
  <message>
   <location filename="app/ui/projects/background_tasks.py" />
   <source>Wait for the running work to end, or cancel it.</source>
   <translation>Дождитесь конца текущей работы или отмените её.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/background_tasks.py" />
   <source>Tagging “{name}” stopped after {n} articles.</source>
   <translation>
    <numerusform>Разметка «{name}» остановлена: размечена {n} статья.</numerusform>
    <numerusform>Разметка «{name}» остановлена: размечены {n} статьи.</numerusform>
    <numerusform>Разметка «{name}» остановлена: размечено {n} статей.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/projects/background_tasks.py" />
   <source>All files</source>
   <translation>Все файлы</translation>
  </message>
  <message>
   <location filename="app/ui/projects/backups.py" />
   <source>Made {time} {when}. It is open for reading only.</source>
   <translation>Сделана {time}, {when}. Открыта только для чтения.</translation>
  </message>
  <message>
   <location filename="app/ui/projects/backups.py" />
   <source>Stop it and restore the backup?</source>
   <translation>Остановить и восстановить проект из копии?</translation>
  </message>
  <message>
   <location filename="app/ui/projects/backups.py" />
   <source>Edit anyway</source>
   <translation>Всё равно править</translation>
  </message>
  <message>
   <location filename="app/ui/projects/backups.py" />
   <source>A backup of “{name}”</source>
   <translation>Резервная копия «{name}»</translation>
  </message>
  <message>
   <location filename="app/ui/projects/backups.py" />
   <source>Open the backup of {time}</source>
   <translation>Открыть копию от {time}</translation>
  </message>
  <message>
   <location filename="app/ui/projects/backups.py" />
   <source>Stop and restore</source>
   <translation>Остановить и восстановить</translation>
  </message>
  <message>
   <location filename="app/ui/projects/backups.py" />
   <source>The project was restored from the backup of {time}.</source>
   <translation>Проект восстановлен из копии от {time}.</translation>
  </message>
  <message>
   <location filename="app/ui/projects/backups.py" />
   <source>Restoring was cancelled. The project is as it was.</source>
   <translation>Восстановление отменено. Проект остался прежним.</translation>
  </message>
  <message>
   <location filename="app/ui/projects/backups.py" />
   <source>Nothing is written to the file until you decide.</source>
   <translation>В файл ничего не записывается, пока вы не примете решение.</translation>
  </message>
  <message>
   <location filename="app/ui/projects/backups.py" />
   <source>Back to the project</source>
   <translation>Назад к проекту</translation>
  </message>
  <message>
   <location filename="app/ui/projects/exports/exports.py" />
   <source>Written: {path}</source>
   <translation>Записано: {path}</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/exports/exports.py" />
   <source>As filtered in the list: {n} articles</source>
   <translation>
    <numerusform>По отбору в списке: {n} статья</numerusform>
    <numerusform>По отбору в списке: {n} статьи</numerusform>
    <numerusform>По отбору в списке: {n} статей</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/projects/exports/exports.py" />
   <source>Exporting</source>
   <translation>Экспорт</translation>
  </message>
  <message>
   <location filename="app/ui/projects/exports/exports.py" />
   <source>No program opens “{name}”.</source>
   <translation>Нет программы, которая открывает «{name}».</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/exports/exports.py" />
   <source>All: {n} articles</source>
   <translation>
    <numerusform>Все: {n} статья</numerusform>
    <numerusform>Все: {n} статьи</numerusform>
    <numerusform>Все: {n} статей</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/projects/exports/exports.py" />
   <source>Export of “{name}” stopped; nothing was written.</source>
   <translation>Экспорт «{name}» остановлен, файл не записан.</translation>
  </message>
  <message>
   <location filename="app/ui/projects/exports/exports.py" />
   <source>The open article</source>
   <translation>Открытая статья</translation>
  </message>
  <message>
   <location filename="app/ui/projects/exports/exports.py" />
   <source>The selected text</source>
   <translation>Выделенный текст</translation>
  </message>
  <message>
   <location filename="app/ui/projects/exports/prints.py" />
   <source>Printing stopped.</source>
   <translation>Печать остановлена.</translation>
  </message>
  <message>
   <location filename="app/ui/projects/exports/prints.py" />
   <source>Printing</source>
   <translation>Печать</translation>
  </message>
  <message>
   <location filename="app/ui/projects/exports/prints.py" />
   <source>Print</source>
   <translation>Печать</translation>
  </message>
  <message>
   <location filename="app/ui/projects/exports/prints.py" />
   <source>No printer is set up here. Export the article as PDF, and print that elsewhere.</source>
   <translation>На этом компьютере нет принтера. Сохраните статью в PDF и распечатайте её на другом.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/exports/prints.py" />
   <source>{n} pages printed: “{name}”</source>
   <translation>
    <numerusform>Напечатана {n} страница: «{name}»</numerusform>
    <numerusform>Напечатано {n} страницы: «{name}»</numerusform>
    <numerusform>Напечатано {n} страниц: «{name}»</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/projects/exports/prints.py" />
   <source>Export as PDF…</source>
   <translation>Экспорт в PDF…</translation>
  </message>
  <message>
   <location filename="app/ui/projects/files.py" />
   <source>Pometka projects (*.pometka)</source>
   <translation>Проекты Pometka (*.pometka)</translation>
  </message>
  <message>
   <location filename="app/ui/projects/files.py" />
   <source>Stop it and create “{name}”?</source>
   <translation>Остановить и создать «{name}»?</translation>
  </message>
  <message>
   <location filename="app/ui/projects/files.py" />
   <source>New project</source>
   <translation>Новый проект</translation>
  </message>
  <message>
   <location filename="app/ui/projects/files.py" />
   <source>Open a project</source>
   <translation>Открыть проект</translation>
  </message>
  <message>
   <location filename="app/ui/projects/files.py" />
   <source>Stop and create</source>
   <translation>Остановить и создать</translation>
  </message>
  <message>
   <location filename="app/ui/projects/files.py" />
   <source>Stop it and close the project?</source>
   <translation>Остановить и закрыть проект?</translation>
  </message>
  <message>
   <location filename="app/ui/projects/files.py" />
   <source>Stop and close</source>
   <translation>Остановить и закрыть</translation>
  </message>
  <message>
   <location filename="app/ui/projects/files.py" />
   <source>The backup was cancelled. Nothing was written.</source>
   <translation>Копирование отменено. Ничего не записано.</translation>
  </message>
  <message>
   <location filename="app/ui/projects/files.py" />
   <source>Project</source>
   <translation>Проект</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/folder_watching.py" />
   <source>“{folder}”: {n} articles came.</source>
   <translation>
    <numerusform>«{folder}»: поступила {n} статья.</numerusform>
    <numerusform>«{folder}»: поступили {n} статьи.</numerusform>
    <numerusform>«{folder}»: поступило {n} статей.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/projects/folder_watching.py" />
   <source>Watch a folder for new articles</source>
   <translation>Следить за папкой с новыми статьями</translation>
  </message>
  <message>
   <location filename="app/ui/projects/folder_watching.py" />
   <source>“{folder}” is watched for new articles.</source>
   <translation>Программа следит за новыми статьями в папке «{folder}».</translation>
  </message>
  <message>
   <location filename="app/ui/projects/folder_watching.py" />
   <source>{what} The report of the last import says what was left out.</source>
   <translation>{what} Что пропущено, показывает отчёт о последнем импорте.</translation>
  </message>
  <message>
   <location filename="app/ui/projects/folder_watching.py" />
   <source>The folder is not watched any more.</source>
   <translation>Слежение за папкой выключено.</translation>
  </message>
  <message>
   <location filename="app/ui/projects/folder_watching.py" />
   <source>The import was stopped, and the folder is not watched any more.</source>
   <translation>Импорт остановлен, слежение за папкой выключено.</translation>
  </message>
  <message>
   <location filename="app/ui/projects/imports/clipboard.py" />
   <source>Clipboard</source>
   <translation>Буфер обмена</translation>
  </message>
  <message>
   <location filename="app/ui/projects/imports/table_questions.py" />
   <source>Looking at the tables…</source>
   <translation>Просмотр таблиц…</translation>
  </message>
  <message>
   <location filename="app/ui/projects/imports/workbooks.py" />
   <source>{sheet}, row {row}: {reason}</source>
   <translation>{sheet}, строка {row}: {reason}</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/imports/workbooks.py" />
   <source>{n} rows taken in from “{name}”</source>
   <translation>
    <numerusform>Из «{name}» перенесена {n} строка</numerusform>
    <numerusform>Из «{name}» перенесены {n} строки</numerusform>
    <numerusform>Из «{name}» перенесено {n} строк</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/projects/imports/workbooks.py" />
   <source>“{name}” is a workbook that Pometka wrote: it comes back into the project it was exported from.</source>
   <translation>«{name}» — книга из выгрузки Pometka: она возвращается в тот проект, из которого её выгрузили.</translation>
  </message>
  <message>
   <location filename="app/ui/projects/imports/workbooks.py" />
   <source>Open that project, then import the workbook again.</source>
   <translation>Откройте этот проект и импортируйте книгу ещё раз.</translation>
  </message>
  <message>
   <location filename="app/ui/projects/imports/workbooks.py" />
   <source>Comparing</source>
   <translation>Сравнение</translation>
  </message>
  <message>
   <location filename="app/ui/projects/imports/workbooks.py" />
   <source>“{name}” has been compared with the project</source>
   <translation>Файл «{name}» сверен с проектом</translation>
  </message>
  <message>
   <location filename="app/ui/projects/imports/workbooks.py" />
   <source>Taking in</source>
   <translation>Перенос правок</translation>
  </message>
  <message>
   <location filename="app/ui/projects/imports/workbooks.py" />
   <source>“{name}” holds nothing that the project does not.</source>
   <translation>В книге «{name}» нет ничего нового для проекта.</translation>
  </message>
  <message>
   <location filename="app/ui/projects/imports/workbooks.py" />
   <source>Taking in “{name}” stopped; nothing was written.</source>
   <translation>Перенос из «{name}» остановлен; ничего не записано.</translation>
  </message>
  <message>
   <location filename="app/ui/projects/leaving.py" />
   <source>Discard and close</source>
   <translation>Закрыть без сохранения</translation>
  </message>
  <message>
   <location filename="app/ui/projects/opener.py" />
   <source>Stop it and open “{name}”?</source>
   <translation>Остановить и открыть «{name}»?</translation>
  </message>
  <message>
   <location filename="app/ui/projects/opener.py" />
   <source>Opening “{name}” was cancelled. The file is as it was.</source>
   <translation>Открытие «{name}» отменено. Файл остался прежним.</translation>
  </message>
  <message>
   <location filename="app/ui/projects/opener.py" />
   <source>“{name}” was not opened. It was brought up to date already.</source>
   <translation>Проект «{name}» не открыт: его уже успели обновить.</translation>
  </message>
  <message>
   <location filename="app/ui/projects/opener.py" />
   <source>Stop and open</source>
   <translation>Остановить и открыть</translation>
  </message>
  <message>
   <location filename="app/ui/projects/opener.py" />
   <source>Stop it and open the backup?</source>
   <translation>Остановить и открыть резервную копию?</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/reports.py" />
   <source>{n} articles compared</source>
   <translation>
    <numerusform>сравнена {n} статья</numerusform>
    <numerusform>сравнено {n} статьи</numerusform>
    <numerusform>сравнено {n} статей</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/projects/reports.py" />
   <source>Articles that are nearly the same</source>
   <translation>Почти одинаковые статьи</translation>
  </message>
  <message>
   <location filename="app/ui/projects/reports.py" />
   <source>Work on “{name}” did not come to its end</source>
   <translation>Работа с «{name}» не была закончена</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/reports.py" />
   <source>{n} nearly the same as others</source>
   <translation>
    <numerusform>{n} почти повторяет другую</numerusform>
    <numerusform>{n} почти повторяют другие</numerusform>
    <numerusform>{n} почти повторяют другие</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/reports.py" />
   <source>Import into “{name}” was cancelled: undo took back {n} articles.</source>
   <translation>
    <numerusform>Импорт в «{name}» прерван: отменена {n} статья.</numerusform>
    <numerusform>Импорт в «{name}» прерван: отменены {n} статьи.</numerusform>
    <numerusform>Импорт в «{name}» прерван: отменено {n} статей.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/projects/reports.py" />
   <source>stopped before the end</source>
   <translation>остановлено до конца</translation>
  </message>
  <message>
   <location filename="app/ui/projects/reports.py" />
   <source>There is no report since the project was opened.</source>
   <translation>С открытия проекта отчётов не было.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/reports.py" />
   <source>Import into “{name}” stopped after {n} articles</source>
   <translation>
    <numerusform>Импорт в «{name}» остановлен после {n} статьи</numerusform>
    <numerusform>Импорт в «{name}» остановлен после {n} статей</numerusform>
    <numerusform>Импорт в «{name}» остановлен после {n} статей</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/reports.py" />
   <source>{n} articles imported</source>
   <translation>
    <numerusform>Импортирована {n} статья</numerusform>
    <numerusform>Импортированы {n} статьи</numerusform>
    <numerusform>Импортировано {n} статей</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/reports.py" />
   <source>{n} were there from the run that stopped</source>
   <translation>
    <numerusform>{n} уже внесена до остановки</numerusform>
    <numerusform>{n} уже внесены до остановки</numerusform>
    <numerusform>{n} уже внесено до остановки</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/reports.py" />
   <source>{n} known already</source>
   <translation>
    <numerusform>{n} уже есть</numerusform>
    <numerusform>{n} уже есть</numerusform>
    <numerusform>{n} уже есть</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/reports.py" />
   <source>{n} of them hidden by the filter</source>
   <translation>
    <numerusform>из них отбор скрывает {n}</numerusform>
    <numerusform>из них отбор скрывает {n}</numerusform>
    <numerusform>из них отбор скрывает {n}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/projects/reports.py" />
   <source>Report: {key}</source>
   <translation>отчёт: {key}</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/tasks.py" />
   <source>about {n} minutes left</source>
   <translation>
    <numerusform>осталась примерно {n} минута</numerusform>
    <numerusform>осталось примерно {n} минуты</numerusform>
    <numerusform>осталось примерно {n} минут</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/projects/tasks.py" />
   <source>{rate} a second</source>
   <translation>{rate} в секунду</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/projects/tasks.py" />
   <source>about {n} seconds left</source>
   <translation>
    <numerusform>осталась примерно {n} секунда</numerusform>
    <numerusform>осталось примерно {n} секунды</numerusform>
    <numerusform>осталось примерно {n} секунд</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/projects/tasks.py" />
   <source>{done} of {total}</source>
   <translation>{done} из {total}</translation>
  </message>
  <message>
   <location filename="app/ui/projects/tasks.py" />
   <source>{what}: paused</source>
   <translation>{what}: пауза</translation>
  </message>
  <message>
   <location filename="app/ui/projects/unsaved.py" />
   <source>Save as</source>
   <translation>Сохранить как</translation>
  </message>
  <message>
   <location filename="app/ui/projects/unsaved.py" />
   <source>{name} (saved)</source>
   <translation>{name} (сохранено)</translation>
  </message>
  <message>
   <location filename="app/ui/projects/unsaved.py" />
   <source>Saved as {path}</source>
   <translation>Сохранено: {path}</translation>
  </message>
  <message>
   <location filename="app/ui/projects/unsaved.py" />
   <source>Saving was cancelled. Nothing was written.</source>
   <translation>Сохранение отменено. Ничего не записано.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/article_form.py" />
   <source>Title, date and source</source>
   <translation>Заголовок, дата и источник</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/article_form.py" />
   <source>Web address</source>
   <translation>Адрес страницы</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/article_form.py" />
   <source>14.03.2025 or 2025-03-14</source>
   <translation>14.03.2025</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/article_form.py" />
   <source>Enter saves · Esc leaves it as it was</source>
   <translation>Enter — сохранить · Esc — оставить как было</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/article_form.py" />
   <source>Enter does it · Esc leaves it as it was</source>
   <translation>Enter — подтвердить · Esc — оставить как было</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/cheatsheet.py" />
   <source>File → Backups… lists the backups.</source>
   <translation>Файл → Резервные копии… показывает список копий.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/cheatsheet.py" />
   <source>Undo stops before a large step: a second press takes it back.</source>
   <translation>Перед крупным шагом отмена останавливается: его отменяет второе нажатие.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/cheatsheet.py" />
   <source>Solid rings: the same words, decided together. Dotted rings: the same entity in other words, accepted too.</source>
   <translation>Сплошная рамка: те же слова, решаются вместе. Пунктирная: то же лицо или место, названное иначе, — принимается вместе с ними.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/cheatsheet.py" />
   <source>Caret and selection</source>
   <translation>Курсор и выделение</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/cheatsheet.py" />
   <source>{key} shows the history: every step, and the ways back.</source>
   <translation>{key} открывает историю: все шаги и способы вернуться.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/chooser.py" />
   <source>Nothing found.</source>
   <translation>Ничего не найдено.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/concordance/panel.py" />
   <source>{done} of {all} articles searched …</source>
   <translation>просмотрено статей: {done} из {all} …</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/concordance/panel.py" />
   <source>Space: tick or untick · Enter: take the ticked ones · Esc: close. One undo takes all back.</source>
   <translation>Пробел — отметить или снять · Enter — принять отмеченные · Esc — закрыть. Одна отмена вернёт всё.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/concordance/panel.py" />
   <source>Occurrences</source>
   <translation>Вхождения</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/concordance/panel.py" />
   <source>Take the ticked ones</source>
   <translation>Принять отмеченные</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/concordance/panel.py" />
   <source>Nothing is ticked. Space ticks a mention.</source>
   <translation>Ничего не отмечено. Пробел отмечает упоминание.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/prompts/concordance/panel.py" />
   <source>{ticked} · {n} not ticked</source>
   <translation>
    <numerusform>{ticked} · не отмечено: {n}</numerusform>
    <numerusform>{ticked} · не отмечено: {n}</numerusform>
    <numerusform>{ticked} · не отмечено: {n}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/prompts/concordance/panel.py" />
   <source>No other mention is left in the project.</source>
   <translation>В проекте больше нет таких упоминаний.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/concordance/panel.py" />
   <source>taken when the search ends</source>
   <translation>будут приняты, когда поиск закончится</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/concordance/panel.py" />
   <source>The articles changed meanwhile: open the list again.</source>
   <translation>Статьи тем временем изменились: откройте список снова.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/concordance/rows.py" />
   <source>untagged</source>
   <translation>без метки</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/concordance/rows.py" />
   <source>Decided, or with another label</source>
   <translation>Уже решены или с другой меткой</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/concordance/rows.py" />
   <source>not ticked</source>
   <translation>не отмечено</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/entity_chooser.py" />
   <source>Who or what is it?</source>
   <translation>Кто или что это?</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/entity_chooser.py" />
   <source>New name of “{name}”, or whom it is one with</source>
   <translation>Новое имя для «{name}» или с кем объединить</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/entity_chooser.py" />
   <source>New: {name}</source>
   <translation>Новое: {name}</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/prompts/entity_chooser.py" />
   <source>Enter: all {n} equal mentions</source>
   <translation>
    <numerusform>Enter — все {n} такие же</numerusform>
    <numerusform>Enter — все {n} такие же</numerusform>
    <numerusform>Enter — все {n} такие же</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/prompts/entity_chooser.py" />
   <source>Ctrl+Enter: this one</source>
   <translation>Ctrl+Enter — только это</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/entity_chooser.py" />
   <source>type to find one or to make a new one</source>
   <translation>набирайте, чтобы найти или завести новое имя</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/entity_chooser.py" />
   <source>F2: rename or merge</source>
   <translation>F2 — переименовать или объединить</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/entity_chooser.py" />
   <source>Rename to “{name}”</source>
   <translation>Переименовать в «{name}»</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/entity_chooser.py" />
   <source>Merge into “{name}”</source>
   <translation>Объединить с «{name}»</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>{key} makes a project. It is one file, and every key you press is saved in it.</source>
   <translation>{key} создаёт проект. Это один файл, и каждое нажатие сохраняется в нём.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>{key} imports articles; files and folders can also be dropped on the window. They are tagged while you read the first one.</source>
   <translation>{key} импортирует статьи; файлы и папки можно и просто перетащить в окно. Пока вы читаете первую, остальные размечаются.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>{next} goes to the next tag. {accept} accepts it, a digit gives it another label, {reject} rejects it.</source>
   <translation>{next} — к следующей метке. {accept} принимает её, цифра меняет на другую, {reject} отклоняет.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>{left} and {right} move the end of a tag by a word, {start_left} and {start_right} its start.</source>
   <translation>{left} и {right} сдвигают конец метки на слово, {start_left} и {start_right} — её начало.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>To add what is missing, go to it by the arrows, select with Shift, press a digit. {miss} goes to the next likely missed mention, {jump} puts a letter on each.</source>
   <translation>Пропущенное добавьте сами: дойдите стрелками, выделите с Shift, нажмите цифру. {miss} — к следующему вероятному пропуску, {jump} ставит на каждый букву.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>Claims stand in the margin with their speaker. Shift and a digit make one of the sentence or the selection; {speaker} picks who says it.</source>
   <translation>Утверждения стоят на полях вместе с тем, кто говорит. Shift и цифра делают утверждение из предложения или выделения; {speaker} — выбрать, кто говорит.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>{note} writes a note on the tag, {article} on the article. {link} says who or what is meant, {teach} teaches a name to the project.</source>
   <translation>{note} — заметка к метке, {article} — к статье. {link} указывает, кто или что имеется в виду, {teach} запоминает имя для проекта.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>{finish} accepts what is left, marks the article done and opens the next one. {undo} undoes.</source>
   <translation>{finish} принимает оставшееся, помечает статью готовой и открывает следующую. {undo} отменяет.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>{key} writes an Excel workbook, a report or a file for another program.</source>
   <translation>{key} сохраняет книгу Excel, отчёт или файл для другой программы.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>{key} finds any command by its name.</source>
   <translation>{key} находит любую команду по названию.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>{search} searches all articles: words in any form, phrases, labels, speakers, dates. An empty line lists the syntax. A digit labels a hit, Space ticks it, and Shift with the key decides all that are ticked.</source>
   <translation>{search} — поиск по всем статьям: слова в любой форме, фразы, метки, говорящие, даты. Пустая строка показывает, как писать запрос. Цифра ставит метку, пробел отмечает, с Shift клавиша решает все отмеченные.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>{spread} lists every equal mention in its line, and {teach} the other places of a name that you teach. Space unticks one, Enter takes the rest as one step.</source>
   <translation>{spread} показывает все такие же упоминания в их строках, {teach} — другие места имени, которое вы запоминаете. Пробел снимает отметку, Enter принимает остальные одним шагом.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>After the third equal correction the status bar offers to repeat it; {look} lists the places, {away} leaves them. Two refusals, or few that you take, end the offers; the settings ({settings}) switch them off.</source>
   <translation>После третьего одинакового исправления строка состояния предлагает повторить его: {look} показывает места, {away} — отказ. После двух отказов, или если принимается мало, предложений больше нет; выключаются они в настройках ({settings}).</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>The claim ledger ({key}) lists the claims of all articles with who said it and when it falls due. V gives a verdict with evidence, J joins what is the same claim, M shows what falls due by month.</source>
   <translation>Реестр утверждений ({key}) — утверждения всех статей: кто сказал и какой срок. V — вердикт с доказательством, J объединяет одно и то же, M показывает сроки по месяцам.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>The register ({key}) lists persons, organisations and places with what is said of them. J joins records, X splits a name off, S walks through what may be the same.</source>
   <translation>Реестр ({key}) — люди, организации и места и что о них говорят. J объединяет записи, X отделяет имя, S перебирает возможные совпадения.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>The review queue ({key}) brings the least certain proposals of all articles in a row, and some at random: Space accepts, Backspace rejects, a digit gives another label, Enter opens the article.</source>
   <translation>Очередь на проверку ({key}) подряд показывает самые сомнительные метки всех статей и часть случайных: пробел принимает, Backspace отклоняет, цифра ставит другую метку, Enter открывает статью.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>The overview ({key}) shows progress, labels and claims over time, sources, and who is named with whom. Enter leads to the articles behind a count, S saves the picture. R draws a random sample, which tells how precise the tagger is; {next} leads through it.</source>
   <translation>Обзор ({key}) показывает ход работы, метки и утверждения по времени, источники и кто упомянут вместе с кем. Enter ведёт к статьям за числом, S сохраняет картину. R берёт случайную выборку: по ней видно, как часто разметчик прав; {next} ведёт по выборке.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>The history ({key}) lists every step: look at the past, undo one step alone, or restore a state.</source>
   <translation>История ({key}) — все шаги: можно посмотреть прошлое, отменить один шаг отдельно или вернуть прежнее состояние.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>Ledger, register and history open in their filter: type what you look for. ↓, Enter or Tab leads to the table, where letters are commands, and / leads back.</source>
   <translation>Реестр утверждений, реестр и история открываются в строке отбора: пишите, что ищете. ↓, Enter или Tab ведёт в таблицу, где буквы — команды, а / возвращает к отбору.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>{print} prints the article, or what is selected in it, with its highlights, claims and notes. Where no printer is set up, it offers a PDF.</source>
   <translation>{print} печатает статью или выделенное в ней с метками, утверждениями и заметками. Если принтера нет, предложит PDF.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>{flag} flags an article and {skip} skips it, with a reason; {edit} edits its title, date and source.</source>
   <translation>{flag} помечает статью флажком, {skip} пропускает её, с указанием причины; {edit} правит заголовок, дату и источник.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>In a terminal, “pometka search PROJECT QUERY” finds the same; “pometka --help” lists all commands.</source>
   <translation>В терминале то же находит «pometka search ПРОЕКТ ЗАПРОС»; «pometka --help» перечисляет все команды.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>Search in the help</source>
   <translation>Искать в справке</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>What the labels mean</source>
   <translation>Что значат метки</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>What the claims mean</source>
   <translation>Что значат виды утверждений</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>The first five minutes</source>
   <translation>Первые пять минут</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/help_page.py" />
   <source>All articles together</source>
   <translation>Все статьи сразу</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/palette.py" />
   <source>What do you want to do?</source>
   <translation>Что сделать?</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/context_view.py" />
   <source>Context</source>
   <translation>Контекст</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/hit_keys.py" />
   <source>Enter: open · 1…0: label · A: accept · X: reject · K: skip · Space: tick · Ctrl+A: tick all · with Shift: all ticked ones · U: undo · W: wider context · S: sort · R: random sample · Ctrl+C: copy</source>
   <translation>Enter: открыть · 1…0: метка · A: принять · X: отклонить · K: пропустить · Пробел: отметить · Ctrl+A: отметить все · с Shift: все отмеченные · U: отменить · W: шире контекст · S: порядок · R: случайная выборка · Ctrl+C: копировать</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/hit_keys.py" />
   <source>{does}: {places} {articles}? Enter: yes · Esc: no</source>
   <translation>{does}: {places} {articles}? Enter: да · Esc: нет</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/hit_keys.py" />
   <source>Label {label}</source>
   <translation>Метка {label}</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/prompts/search/hits_page.py" />
   <source>{n} places copied, as a table for Excel</source>
   <translation>
    <numerusform>Скопировано {n} место, таблицей для Excel</numerusform>
    <numerusform>Скопировано {n} места, таблицей для Excel</numerusform>
    <numerusform>Скопировано {n} мест, таблицей для Excel</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/hits_page.py" />
   <source>Skipped: it comes last.</source>
   <translation>Пропущено: вернётся в конце.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/panel.py" />
   <source>Place {place} of {count}</source>
   <translation>Место {place} из {count}</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/panel.py" />
   <source>Step {step} leaves no article: Alt+{step} changes it.</source>
   <translation>После шага {step} не остаётся статей: Alt+{step} его меняет.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/panel.py" />
   <source>↓: to the hits · Enter: open · Tab: complete · ↑: earlier queries · Ctrl+S: save · Esc: clear</source>
   <translation>↓: к найденному · Enter: открыть · Tab: дополнить · ↑: прежние запросы · Ctrl+S: сохранить · Esc: очистить</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/panel.py" />
   <source>Found on the other layout: {query}</source>
   <translation>Найдено в другой раскладке: {query}</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/panel.py" />
   <source>Enter: save under this name · Esc: back</source>
   <translation>Enter: сохранить под этим названием · Esc: назад</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/panel.py" />
   <source>↓: choose · Enter: take · Delete: remove a saved query · ↑: earlier queries · Esc: close</source>
   <translation>↓: выбрать · Enter: взять · Delete: удалить сохранённый запрос · ↑: прежние запросы · Esc: закрыть</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/panel.py" />
   <source>Nothing found</source>
   <translation>Ничего не найдено</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/prompts/search/panel.py" />
   <source>{n} in the queue</source>
   <translation>
    <numerusform>{n} в очереди</numerusform>
    <numerusform>{n} в очереди</numerusform>
    <numerusform>{n} в очереди</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/query_head.py" />
   <source>Name of the saved query</source>
   <translation>Название сохраняемого запроса</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/search_run.py" />
   <source>The index is not up to date: {what}</source>
   <translation>Указатель не обновлён: {what}</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/search_run.py" />
   <source>The index is being built ({done} of {all}): more may be found.</source>
   <translation>Указатель строится ({done} из {all}): может найтись больше.</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/search_run.py" />
   <source>The index is being built: a moment.</source>
   <translation>Указатель строится: минуту.</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/prompts/search/search_run.py" />
   <source>{n} articles fit</source>
   <translation>
    <numerusform>подходит {n} статья</numerusform>
    <numerusform>подходят {n} статьи</numerusform>
    <numerusform>подходят {n} статей</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>Queries</source>
   <translation>Запросы</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>Saved queries: each is a queue to work through</source>
   <translation>Сохранённые запросы: каждый — очередь для разбора</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>Saved filters of the article list</source>
   <translation>Сохранённые отборы списка статей</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>school subsidy</source>
   <translation>школа субсидия</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>both words, in any form</source>
   <translation>оба слова, в любой форме</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>"new school"</source>
   <translation>"новая школа"</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>words side by side, in any form</source>
   <translation>слова подряд, в любой форме</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>=Schools</source>
   <translation>=Школы</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>the word as it is written</source>
   <translation>слово как написано</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>subsid*</source>
   <translation>субсиди*</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>words that begin so</source>
   <translation>слова с таким началом</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>school ~5 build</source>
   <translation>школа ~5 построить</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>at most five words apart</source>
   <translation>между словами не больше пяти слов</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>school,college</source>
   <translation>школа,колледж</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>one word or the other</source>
   <translation>одно слово или другое</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>school -tax</source>
   <translation>школа -налог</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>articles without a word</source>
   <translation>статьи, где второго слова нет</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>/reg.lar/</source>
   <translation>/регул.рн/</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>a regular expression</source>
   <translation>регулярное выражение</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>ORG:ministry</source>
   <translation>ORG:министерство</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>mentions with a label, here with a word in their name</source>
   <translation>упоминания с меткой, здесь — со словом в названии</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>kind:promise due:&lt;2026</source>
   <translation>вид:обещание срок:&lt;2026</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>claims of a kind, due before a year</source>
   <translation>утверждения одного вида со сроком раньше года</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>speaker:Petrov status:proposed</source>
   <translation>говорящий:Петров решение:предложено</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>claims of a speaker that are not decided</source>
   <translation>утверждения одного человека, ещё не решённые</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>date:2025-06..2025-09 source:gov</source>
   <translation>дата:2025-06..2025-09 источник:gov</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>articles of some months, from a source</source>
   <translation>статьи за несколько месяцев из источника</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>tag:elections priority:urgent</source>
   <translation>тег:выборы приоритет:срочно</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>articles with a tag and a priority</source>
   <translation>статьи с тегом и приоритетом</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>school sort:left</source>
   <translation>школа порядок:слева</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>sorted by the word to the left; also by right, date, source, speaker, label</source>
   <translation>по слову слева; также справа, дата, источник, говорящий, метка, сомнение</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>kind:promise random:50/7</source>
   <translation>вид:обещание наугад:50/7</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>fifty of them at random, the same ones for the seed 7</source>
   <translation>пятьдесят случайных; с номером 7 — всегда те же</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>label:PER,ORG note:check</source>
   <translation>метка:PER,ORG заметка:проверить</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>one label or the other, in articles with such a note</source>
   <translation>одна метка или другая, в статьях с такой заметкой</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>How a query is written</source>
   <translation>Как записать запрос</translation>
  </message>
  <message>
   <location filename="app/ui/prompts/search/start_list.py" />
   <source>Earlier queries</source>
   <translation>Прежние запросы</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/shell/commands/clipboard.py" />
   <source>{n} annotations copied, as a table for Excel</source>
   <translation>
    <numerusform>Скопирована {n} метка, таблицей для Excel</numerusform>
    <numerusform>Скопированы {n} метки, таблицей для Excel</numerusform>
    <numerusform>Скопировано {n} меток, таблицей для Excel</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/shell/commands/prompts.py" />
   <source>Note on “{words}”</source>
   <translation>Заметка к «{words}»</translation>
  </message>
  <message>
   <location filename="app/ui/shell/commands/prompts.py" />
   <source>Saved filters</source>
   <translation>Сохранённые отборы</translation>
  </message>
  <message>
   <location filename="app/ui/shell/commands/prompts.py" />
   <source>Remove the filter “{name}”</source>
   <translation>Удалить отбор «{name}»</translation>
  </message>
  <message>
   <location filename="app/ui/shell/commands/prompts.py" />
   <source>No filter is saved. Filter the list, then save the filter.</source>
   <translation>Сохранённых отборов нет. Отберите статьи и сохраните отбор.</translation>
  </message>
  <message>
   <location filename="app/ui/shell/commands/prompts.py" />
   <source>Enter: filter the list</source>
   <translation>Enter: отобрать статьи</translation>
  </message>
  <message>
   <location filename="app/ui/shell/commands/prompts.py" />
   <source>The list is not filtered: there is nothing to save.</source>
   <translation>Список не отобран: сохранять нечего.</translation>
  </message>
  <message>
   <location filename="app/ui/shell/commands/prompts.py" />
   <source>No likely missed mention on this screen.</source>
   <translation>На экране нет вероятных пропусков.</translation>
  </message>
  <message>
   <location filename="app/ui/shell/commands/prompts.py" />
   <source>Nobody near the claim can be its speaker: select who is.</source>
   <translation>Рядом с утверждением нет того, кто мог это сказать: выделите его сами.</translation>
  </message>
  <message>
   <location filename="app/ui/shell/commands/prompts.py" />
   <source>Note on the article</source>
   <translation>Заметка к статье</translation>
  </message>
  <message>
   <location filename="app/ui/shell/commands/prompts.py" />
   <source>Note on the project</source>
   <translation>Заметка к проекту</translation>
  </message>
  <message>
   <location filename="app/ui/shell/commands/prompts.py" />
   <source>Why? It may stay empty.</source>
   <translation>Почему? Можно не указывать.</translation>
  </message>
  <message>
   <location filename="app/ui/shell/commands/prompts.py" />
   <source>Draft kept. It comes again when the note is opened.</source>
   <translation>Черновик сохранён. Он появится, когда заметку откроют снова.</translation>
  </message>
  <message>
   <location filename="app/ui/shell/commands/search.py" />
   <source>The index is being rebuilt.</source>
   <translation>Указатель строится заново.</translation>
  </message>
  <message>
   <location filename="app/ui/shell/commands/search.py" />
   <source>No other place was found in the project.</source>
   <translation>Других мест в проекте не найдено.</translation>
  </message>
  <message>
   <location filename="app/ui/shell/start/notices.py" />
   <source>Some settings cannot be used. The defaults take their place.</source>
   <translation>Часть настроек не подходит. Вместо них взяты значения по умолчанию.</translation>
  </message>
  <message>
   <location filename="app/ui/shell/start/notices.py" />
   <source>What was undone is kept in the history: {key}</source>
   <translation>Отменённое осталось в истории: {key}</translation>
  </message>
  <message>
   <location filename="app/ui/shell/start/notices.py" />
   <source>Whose decisions are these? {keys} opens the settings: write your name there.</source>
   <translation>Чьи это решения? {keys} открывает настройки: впишите там своё имя.</translation>
  </message>
  <message>
   <location filename="app/ui/shell/start/notices.py" />
   <source>What was undone is kept in the history.</source>
   <translation>Отменённое осталось в истории.</translation>
  </message>
  <message>
   <location filename="app/ui/shell/start/notices.py" />
   <source>No field is open: what you typed did nothing.</source>
   <translation>Поле не открыто: набранное ничего не изменило.</translation>
  </message>
  <message>
   <location filename="app/ui/shell/start/notices.py" />
   <source>Does not apply here: {action}</source>
   <translation>Здесь не к чему применить: {action}</translation>
  </message>
  <message>
   <location filename="app/ui/shell/start/notices.py" />
   <source>{what} · {more}</source>
   <translation>{what} · {more}</translation>
  </message>
  <message>
   <location filename="app/ui/shell/start/program.py" />
   <source>Stop it and quit?</source>
   <translation>Остановить и выйти?</translation>
  </message>
  <message>
   <location filename="app/ui/shell/start/program.py" />
   <source>Stop and quit</source>
   <translation>Остановить и выйти</translation>
  </message>
  <message>
   <location filename="app/ui/shell/start/program.py" />
   <source>Discard and quit</source>
   <translation>Выйти без сохранения</translation>
  </message>
  <message>
   <location filename="app/ui/shell/start/render.py" />
   <source>“{name}” cannot be written.</source>
   <translation>«{name}» не удаётся записать.</translation>
  </message>
  <message>
   <location filename="app/ui/shell/start/render.py" />
   <source>Choose another folder, or make room on the disk.</source>
   <translation>Выберите другую папку или освободите место на диске.</translation>
  </message>
  <message>
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>{pace} s an article</source>
   <translation>{pace} с на статью</translation>
  </message>
  <message>
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>about {hours} h {minutes} min left</source>
   <translation>осталось около {hours} ч {minutes} мин</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>{done} of {all} done · {n} left here</source>
   <translation>
    <numerusform>готово {done} из {all} · здесь осталась {n}</numerusform>
    <numerusform>готово {done} из {all} · здесь осталось {n}</numerusform>
    <numerusform>готово {done} из {all} · здесь осталось {n}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>The pace is known when an article is finished.</source>
   <translation>Темп станет известен, когда будет завершена статья.</translation>
  </message>
  <message>
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>{minutes} min an article</source>
   <translation>{minutes} мин на статью</translation>
  </message>
  <message>
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>less than a minute left</source>
   <translation>осталось меньше минуты</translation>
  </message>
  <message>
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>about {minutes} min left</source>
   <translation>осталось около {minutes} мин</translation>
  </message>
  <message>
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>about {hours} h left</source>
   <translation>осталось около {hours} ч</translation>
  </message>
  <message>
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>Saving…</source>
   <translation>Сохранение…</translation>
  </message>
  <message>
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>Saved</source>
   <translation>Сохранено</translation>
  </message>
  <message>
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>Read-only</source>
   <translation>Только чтение</translation>
  </message>
  <message>
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>Article {place} of {count}</source>
   <translation>Статья {place} из {count}</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>{key}: {n} more</source>
   <translation>
    <numerusform>{key}: ещё {n}</numerusform>
    <numerusform>{key}: ещё {n}</numerusform>
    <numerusform>{key}: ещё {n}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>In order of the text</source>
   <translation>По порядку текста</translation>
  </message>
  <message>
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>Groups on</source>
   <translation>Группы включены</translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>{n} likely misses unseen</source>
   <translation>
    <numerusform>не просмотрен {n} вероятный пропуск</numerusform>
    <numerusform>не просмотрены {n} вероятных пропуска</numerusform>
    <numerusform>не просмотрено {n} вероятных пропусков</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>{n} hidden by the filter</source>
   <translation>
    <numerusform>отбор скрывает {n}</numerusform>
    <numerusform>отбор скрывает {n}</numerusform>
    <numerusform>отбор скрывает {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>{n} hidden</source>
   <translation>
    <numerusform>скрыта {n}</numerusform>
    <numerusform>скрыто {n}</numerusform>
    <numerusform>скрыто {n}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="app/ui/shell/status/status_bar.py" />
   <source>Groups off</source>
   <translation>Группы выключены</translation>
  </message>
  <message>
   <location filename="app/ui/shell/welcome.py" />
   <source>This project has no articles yet. Import files or a folder, or drop them here.</source>
   <translation>В проекте пока нет статей. Импортируйте файлы или папку или перетащите их сюда.</translation>
  </message>
  <message>
   <location filename="app/ui/shell/welcome.py" />
   <source>Or drop articles here: a project is made for them, and they are tagged beforehand.</source>
   <translation>Или перетащите статьи сюда: для них будет создан проект, и они будут предварительно размечены.</translation>
  </message>
  <message>
   <location filename="app/ui/shell/welcome.py" />
   <source>Recent projects</source>
   <translation>Недавние проекты</translation>
  </message>
  <message>
   <location filename="app/ui/shell/welcome.py" />
   <source>{key} finds every command.</source>
   <translation>{key} — поиск по всем командам.</translation>
  </message>
  <message>
   <location filename="app/ui/shell/welcome.py" />
   <source>{key} opens the help.</source>
   <translation>{key} — справка.</translation>
  </message>
  <message>
   <location filename="app/ui/shell/welcome.py" />
   <source>Open a project…</source>
   <translation>Открыть проект…</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>A person by name: given name, surname, patronymic, initials, in any order and case. Offices and forms of address stay outside. A family name for a whole family counts; an adjective made of a name does not.</source>
   <translation>Человек по имени: имя, фамилия, отчество, инициалы в любом порядке и падеже. Должности и обращения не входят. Фамилия целой семьи считается, прилагательное от имени — нет.</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>Who or what</source>
   <translation>Кто или что</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>A body, firm, party, club, paper or office by its own name, without its legal form (ТОО, LLP, GmbH) and without quotation marks around it. A ministry or an embassy counts with the words that tell it from others.</source>
   <translation>Орган, фирма, партия, клуб, газета или ведомство под собственным именем, без правовой формы (ТОО, LLP, GmbH) и без кавычек вокруг него. Министерство или посольство — вместе со словами, которые отличают его от других.</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>A country, region, town, street, building, river or mountain by its name, with the word that belongs to the name. Of streets and villages the plain word before the name stays outside (“улица”, “село”, “микрорайон”: Абая), the shortened one belongs to it (“ул. Абая”). “Область” and “район” before the name stay outside. Where a country acts as a state it is still a place.</source>
   <translation>Страна, область, город, улица, здание, река или гора по названию, вместе со словом, которое в него входит. У улиц и сёл полное слово перед названием не входит («улица», «село», «микрорайон»: Абая), а сокращённое входит («ул. Абая»). «Область» и «район» перед названием не входят. Страна, которая действует как государство, — всё равно место.</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>A point or a stretch of the calendar, absolute or told from the day of the article. The preposition stays outside. A time of day belongs to it where it stands beside the date.</source>
   <translation>День или период: названный прямо или отсчитанный от дня статьи. Предлог не входит. Время суток входит, если стоит рядом с датой.</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>Value</source>
   <translation>Значение</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>Precision</source>
   <translation>Точность</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>day</source>
   <translation>день</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>week</source>
   <translation>неделя</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>month</source>
   <translation>месяц</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>quarter</source>
   <translation>квартал</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>season</source>
   <translation>время года</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>year</source>
   <translation>год</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>decade</source>
   <translation>десятилетие</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>century</source>
   <translation>век</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>range</source>
   <translation>промежуток</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>duration</source>
   <translation>длительность</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>vague</source>
   <translation>неточно</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>A sum with its currency, with the words for thousands and millions. In a range, the whole range is one. Words such as “около” and “более” stay outside.</source>
   <translation>Сумма с валютой и словами «тысяч», «миллионов». Диапазон берётся целиком. Слова «около», «более» и подобные не входят.</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>A share or a change in per cent, with its sign or word. Percentage points count.</source>
   <translation>Доля или изменение в процентах, со знаком или словом. Процентные пункты тоже считаются.</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>An event that has a name of its own: a forum, a war, a cup, a festival, a holiday. What merely happened does not count.</source>
   <translation>Событие с собственным именем: форум, война, кубок, фестиваль, праздник. То, что просто произошло, не считается.</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>What somebody is by office, profession or post, with the words that say of what, up to the closing quotation mark, and without the person's name. “И.о.”, “врио” and “экс-” belong to it, “бывший” stays outside.</source>
   <translation>Должность, профессия или пост человека вместе со словами о том, где или чего, до закрывающей кавычки, без имени человека. «И.о.», «врио» и «экс-» входят, «бывший» — нет.</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>A law, code, decree, treaty or programme by its title or number, with its article where one is named.</source>
   <translation>Закон, кодекс, указ, договор или программа по названию или номеру, со статьёй, если она названа.</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>A name of anything else: a product, a work of art, a vessel, a language model.</source>
   <translation>Имя чего-то другого: товара, произведения, судна, языковой модели.</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>A number with what it counts, where it is neither a date, nor a sum, nor a share.</source>
   <translation>Число с тем, что оно считает, если это не дата, не сумма и не доля.</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>Somebody says that something is or was so; a finding and an accusation count (“проверка выявила …”, “обвинил Y в Z”), acts of procedure do not. The words that report it, the conjunction “что”, outer quotation marks, bullets and time stamps stay outside, the place of speaking stays outside the speaker; what merely shows something is no speaker (“из документов видно …”). A norm (“по закону нужно …”) is a statement. An answer or a turn is one claim of its speaker, a question none. A past event in the paper's own voice is no claim.</source>
   <translation>Кто-то говорит, что нечто есть или было так; вывод и обвинение считаются («проверка выявила …», «обвинил Y в Z»), процессуальные действия — нет. Слова, которые это передают, союз «что», внешние кавычки, маркеры списков и отметки времени не входят; место речи не входит в говорящего; то, из чего что-то лишь видно («из документов видно …»), — не говорящий. Норма («по закону нужно …») — заявление. Ответ или реплика — одно утверждение говорящего, вопрос — ни одного. Событие в прошлом, о котором издание рассказывает от себя, — не утверждение.</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>Form</source>
   <translation>Вид речи</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>direct</source>
   <translation>прямая речь</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>indirect</source>
   <translation>косвенная речь</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>reported</source>
   <translation>от издания</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>Summary</source>
   <translation>Кратко</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>true</source>
   <translation>верно</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>partly true</source>
   <translation>отчасти верно</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>false</source>
   <translation>неверно</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>unproven</source>
   <translation>не доказано</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>Somebody, or the paper itself, says what will be; often there is a figure or a date. A plain future in the paper's voice is a forecast without a speaker. “Ожидается”, “прогнозируется” are cues without a speaker. A quotation takes the kind that most of its words have.</source>
   <translation>Кто-то или само издание говорит, что будет; часто с числом или датой. Простое будущее от лица издания — прогноз без говорящего. «Ожидается», «прогнозируется» — маркеры без говорящего. Цитата получает вид, который у большинства её слов.</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>The speaker commits to something, or the body that the speaker speaks for acts itself, or a plan is announced: “планирует”, “намерен”, “собирается”, “готов”, “хочет”. With such a word and no reporting one the whole clause is the content, its subject the speaker, the form “reported”.</source>
   <translation>Говорящий берёт на себя обязательство, или действует ведомство, от имени которого он говорит, или объявлен план: «планирует», «намерен», «собирается», «готов», «хочет». С таким словом без слова речи содержание — всё предложение, говорящий — его подлежащее, форма — «reported».</translation>
  </message>
  <message>
   <location filename="resources/schemes/default.json" />
   <source>A request, an order or a call to act: it can be retold as “X требует, чтобы …”. “Нужно”, “необходимо”, “должен” belong here where somebody who could act is called on, not where they state a norm, a condition or a need.</source>
   <translation>Просьба, приказ или призыв: можно пересказать как «X требует, чтобы …». «Нужно», «необходимо», «должен» относятся сюда, если призывают того, кто может действовать, а не называют норму, условие или потребность.</translation>
  </message>
 </context>
</TS>
