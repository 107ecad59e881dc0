"""The preview of a workbook that comes back.

Every change is accepted or refused before anything is written.
"""
