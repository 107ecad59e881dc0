"""The preview of a workbook that comes back: every change is accepted or refused before anything is written."""
