# Orca runs this file when it starts. It writes what Orca says to a file, one utterance a line, and no sound is made.
import os

from orca import speech

log = open(os.environ["SPEECH_LOG"], "a", buffering=1, encoding="utf-8")


def write(text):
    log.write(str(text).replace("\n", " ") + "\n")


speak = speech._speak


def speak_and_write(text, acss, interrupt):
    write(text)
    return speak(text, acss, interrupt)


speech._speak = speak_and_write
