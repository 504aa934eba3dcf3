@echo off
rem Starts seckey with the Java beside it; else with the one that JAVA_HOME names, or the one on the PATH.
rem Exit code 70 when there is none, or one older than 17: never 1, which would be an answer.
rem Java itself ends with 1 when it cannot start, so everything is looked at before.
setlocal EnableExtensions DisableDelayedExpansion

set "lib=%~dp0..\lib"
set "what=the folder %lib% is not complete"
set "hint=install seckey again"
if not exist "%lib%\cli-*.jar" goto fail
for %%J in ("%lib%\cli-*.jar") do set "jar=%%~fJ"

if exist "%lib%\..\jre\bin\java.exe" set "java=%lib%\..\jre\bin\java.exe" & goto run
set "hint=install Java 17 or newer, or set JAVA_HOME"
if defined JAVA_HOME goto home
set "what=Java is missing"
set "java="
for %%J in (java.exe) do set "java=%%~$PATH:J"
if not defined java goto fail
goto version

:home
set "what=JAVA_HOME is %JAVA_HOME%, and there is no Java in it"
set "java=%JAVA_HOME%\bin\java.exe"
if not exist "%java%" goto fail

rem Java's own file tells its version faster than Java would.
:version
set "version="
for %%F in ("%java%") do set "release=%%~dpF..\release"
if not exist "%release%" goto try
for /f "usebackq tokens=1,2 delims==" %%A in ("%release%") do if "%%A"=="JAVA_VERSION" set "version=%%~B"

rem Where there is no such file, or where options may keep Java from starting, it is tried.
:try
if defined version if not defined SECKEY_JAVA_OPTIONS if not defined JDK_JAVA_OPTIONS if not defined JAVA_TOOL_OPTIONS goto compare
set "what=Java does not start: try %java% -version"
"%java%" %SECKEY_JAVA_OPTIONS% -version >nul 2>&1
if errorlevel 1 goto fail
for /f "tokens=2,3" %%A in ('call "%java%" -version 2^>^&1') do if "%%A"=="version" set "version=%%~B"

:compare
set "what=Java is too old: %java% has version %version%"
for /f "delims=.-+_" %%A in ("%version%") do if %%A geq 17 goto run
goto fail

:run
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmn24m -XX:-UsePerfData -Djdk.reflect.useNativeAccessorOnly=true -Xlog:disable -Xlog:all=off ^
    -Dseckey.natives="%lib%\native" %SECKEY_JAVA_OPTIONS% -jar "%jar%" %*
exit /b %ERRORLEVEL%

:fail
setlocal EnableDelayedExpansion
>&2 echo seckey: !what!
>&2 echo hint: !hint!
exit /b 70
