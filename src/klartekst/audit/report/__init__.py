"""The report of an audit: tables -> numbers -> charts -> a web page and a workbook."""
