"""The screens: each lays out widgets, answers the actions of its place and asks the desk for values.

All of them share the key reading and the working in the background of ``base``.
"""
