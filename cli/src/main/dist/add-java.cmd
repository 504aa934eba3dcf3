@echo off
rem Gives this copy of seckey a Java of its own, out of the JDK of this machine (JAVA_HOME, or the jlink on the PATH), so
rem that it runs where there is no Java. To be run once on a system of the same kind as those that are to use it.
setlocal EnableExtensions DisableDelayedExpansion
set "top=%~dp0.."
for %%J in (jlink.exe) do set "jlink=%%~$PATH:J"
if defined JAVA_HOME set "jlink=%JAVA_HOME%\bin\jlink.exe"
if not exist "%jlink%" goto missing
rem Beside the modules of every system, the one that reads the certificates which Windows trusts.
if exist "%top%\jre" rmdir /s /q "%top%\jre"
"%jlink%" --add-modules @modules@,jdk.crypto.mscapi --strip-debug --no-man-pages --no-header-files --output "%top%\jre"
exit /b %ERRORLEVEL%

:missing
>&2 echo add-java: there is no JDK with jlink; install one, or set JAVA_HOME to it
exit /b 70
