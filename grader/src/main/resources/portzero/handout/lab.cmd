@echo off
rem Runs the course's program, .portzero\portzero.jar, which needs a JDK and nothing else.
setlocal DisableDelayedExpansion
set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"
if "%HOME_DIR:~-1%"==":" set "HOME_DIR=%HOME_DIR%\."
set "JAR=%HOME_DIR%\.portzero\portzero.jar"

rem An update cannot replace the jar while it runs from it, and leaves the new one beside it.
if exist "%JAR%.new" move /y "%JAR%.new" "%JAR%" >nul
if not exist "%JAR%" (
  echo lab: .portzero\portzero.jar is missing; get the handout again, or run lab where you unpacked it. 1>&2
  exit /b 3
)

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "VERSION="
for /f "tokens=2 delims==" %%v in ('call "%JAVA%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version"') do set "VERSION=%%v"
if not defined VERSION (
  echo lab: no Java found; install a JDK, 17 or later, or point JAVA_HOME at one. 1>&2
  exit /b 3
)
set "VERSION=%VERSION: =%"
rem Java 8 calls itself 1.8
if "%VERSION:~0,2%"=="1." goto old
if %VERSION% lss 17 goto old

rem One line: an update may replace this file while it runs, and what follows would be read from the new one.
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmn32m "-Dportzero.home=%HOME_DIR%" -cp "%JAR%" portzero.grader.cli.LabCommand %* & exit /b

:old
echo lab: Java %VERSION% is too old; install a JDK, 17 or later, or point JAVA_HOME at one. 1>&2
exit /b 3
