*** Settings ***
Library           deskhand
Suite Setup       Set Suite Variable    ${PRESSED}    ${OUTPUT DIR}/pressed

*** Test Cases ***
A Button Is Pressed
    Open Desktop    size=1024x700
    Launch Program    python    ${PRESS}    ${PRESSED}    wait_for=Press me    seconds=60
    ${result} =    Do    Click "Press me"
    Should Be Equal    ${result.verdict}    passed
    Expect    Pressed
    Expect    "Pressed"    seconds=5
    Expect    no "Error"
    ${text} =    Screen Text
    Should Contain    ${text}    Press me
    ${content} =    Evaluate    open($PRESSED).read()
    Should Be Equal    ${content}    pressed
    Close Desktop
    Close Desktop

An Expectation That Does Not Hold
    Open Desktop
    Expect    Nope    seconds=0.2

A Step Outside The Grammar
    [Documentation]    The desktop of the test before was closed when that test ended.
    Open Desktop
    Do    Frobnicate "x"

Nothing Is Open
    Do    Click "x"

A Recording
    Replay Recording    ${RECORDING}

A Task With Values
    ${result} =    Run Task    ${TASK}    n=7
    Should Be Equal    ${result.message}    1 of 1 checks hold

A Task That Fails
    Run Task    ${TASK}    n=0

A Remote Model
    Run Task    ${REMOTE}

No Screen At All
    Open Desktop    display=:4321

What Comes After A Fatal Error
    Log    never
