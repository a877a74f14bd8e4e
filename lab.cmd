@echo off
rem Runs the grader; builds it first when it is missing.
setlocal
set "HOME_DIR=%~dp0"
if "%HOME_DIR:~-1%"=="\" set "HOME_DIR=%HOME_DIR:~0,-1%"
set "JAR=%HOME_DIR%\grader\target\portzero.jar"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"

"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo lab: no Java found; install a JDK, 17 or later, or point JAVA_HOME at one. 1>&2
  exit /b 3
)
set "MAVEN=mvn"
if not exist "%JAR%" (
  rem mvnw fetches Maven
  where mvn >nul 2>&1 || set "MAVEN=%HOME_DIR%\mvnw.cmd"
)
if not exist "%JAR%" (
  echo lab: building the grader; this happens once and takes a minute or two ... 1>&2
  pushd "%HOME_DIR%"
  call "%MAVEN%" -q -B -ntp -Dstyle.color=never -DskipTests -pl grader -am package 1>&2
  if errorlevel 1 (
    popd
    echo lab: the build failed; the messages above say why. 1>&2
    exit /b 3
  )
  popd
)
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmn32m -Dportzero.home="%HOME_DIR%" -jar "%JAR%" %*
exit /b %errorlevel%
