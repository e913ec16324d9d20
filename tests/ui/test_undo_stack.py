"""Undo and redo as a stack."""

from __future__ import annotations

from reader.ui.undo import Step, UndoStack


def step(words):
    return Step(words, lambda: None, lambda: None)


def test_steps_come_back_in_turn_and_go_again():
    stack = UndoStack()
    assert stack.undo() is None
    assert stack.redo() is None
    one, two = step("one"), step("two")
    stack.push(one)
    stack.push(two)
    assert stack.undo() is two
    assert stack.undo() is one
    assert stack.undo() is None
    assert stack.redo() is one
    assert stack.redo() is two
    assert stack.redo() is None


def test_a_new_step_forgets_what_was_undone():
    stack = UndoStack()
    one, two = step("one"), step("two")
    stack.push(one)
    stack.undo()
    stack.push(two)
    assert stack.redo() is None
    assert stack.undo() is two
    assert stack.undo() is None
