@echo off
rem Starts seckey with the Java that JAVA_HOME names, or else the one on the PATH.
rem Exit code 70 when there is none, or one older than 17: never 1, which would be an answer.
setlocal
