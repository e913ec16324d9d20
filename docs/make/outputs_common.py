"""Kinds of fields that several outputs have. Offsets count code points, ends are exclusive."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

__all__ = ["Confidence", "Day", "End", "Moment", "Offset", "Part", "Range", "Said", "Start", "Title", "Url"]

Offset = Annotated[int, Meta(ge=0)]
Range = Annotated[tuple[Offset, Offset], Meta(description="Start and end.")]
Part = Annotated[float, Meta(ge=0, le=1)]
Start = Annotated[int, Meta(description="Where it begins in the article's `text`.", ge=0)]
End = Annotated[int, Meta(description="Where it ends there.", ge=0)]
Title = Annotated[str, Meta(description="Of its article.")]
Url = Annotated[str, Meta(description="The address to cite: the canonical one, else where it came from.")]
Moment = Annotated[str, Meta(description="ISO 8601.")]
Day = Annotated[str, Meta(description="ISO 8601; without a time when it was given to the day.")]
Confidence = Annotated[float, Meta(description="How sure it is, 0 to 1.", ge=0, le=1)]
Said = Annotated[str, Meta(description="The words, without quotation marks.")]
