"""Augmentation: the pictures of a screen as other machines, links and eyes would show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]
    """RGB, shape (height, width, 3)."""


def varied(picture: Picture, chance: Generator) -> Picture:
    """The picture with some of its properties changed, none that a person would not read past."""
    for share, change in CHANGES:
        if chance.random() < share:
            picture = change(picture, chance)
    return picture


def inverted(picture: Picture, chance: Generator) -> Picture:
    """Light for dark, the hues kept or not."""
    dark = 255 - picture
    if chance.random() < HALF:
        hsv = cv2.cvtColor(dark, cv2.COLOR_RGB2HSV)
        hsv[:, :, 0] = (hsv[:, :, 0] + 90) % 180
        dark = np.asarray(cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB), np.uint8)
    low = chance.uniform(0, 50)
    return np.asarray(low + dark.astype(np.float32) * ((255 - low) / 255), np.uint8)


def recoloured(picture: Picture, chance: Generator) -> Picture:
    """Another hue and saturation."""
    hsv = cv2.cvtColor(picture, cv2.COLOR_RGB2HSV)
    hsv[:, :, 0] = (hsv[:, :, 0] + int(chance.integers(180))) % 180
    hsv[:, :, 1] = np.clip(hsv[:, :, 1] * chance.uniform(0.3, 1.4), 0, 255)
    return np.asarray(cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB), np.uint8)


def relit(picture: Picture, chance: Generator) -> Picture:
    """Another gamma, contrast and tint."""
    ramp = np.linspace(0, 1, 256, dtype=np.float32)[:, np.newaxis]
    tones = ramp ** chance.uniform(0.75, 1.35, 3).astype(np.float32) * chance.uniform(0.85, 1.0)
    table = np.clip(tones * 255 + chance.uniform(0, 18), 0, 255).astype(np.uint8)
    return np.asarray(cv2.LUT(picture, table[np.newaxis]), np.uint8)


def fringed(picture: Picture, chance: Generator) -> Picture:
    """Red and blue a third of a pixel aside, as text on flat panels is drawn."""
    by = chance.choice((-1, 1)) / 3
    out = picture.copy()
    for channel, across in ((0, by), (2, -by)):
        move = np.array([[1, 0, across], [0, 1, 0]], np.float32)
        size = (picture.shape[1], picture.shape[0])
        out[:, :, channel] = cv2.warpAffine(
            np.ascontiguousarray(picture[:, :, channel]), move, size, borderMode=cv2.BORDER_REPLICATE
        )
    return out


def blurred(picture: Picture, chance: Generator) -> Picture:
    """A little out of focus."""
    return np.asarray(cv2.GaussianBlur(picture, (3, 3), chance.uniform(0.3, 0.8)), np.uint8)


def resampled(picture: Picture, chance: Generator) -> Picture:
    """Sent over a link at a smaller size and enlarged again."""
    height, width = picture.shape[:2]
    share = chance.uniform(0.65, 0.95)
    small = cv2.resize(picture, (round(width * share), round(height * share)), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)


def compressed(picture: Picture, chance: Generator) -> Picture:
    """Sent as JPEG."""
    _, sent = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, int(chance.integers(35, 95))])
    return np.asarray(cv2.imdecode(sent, cv2.IMREAD_COLOR), np.uint8)


def noisy(picture: Picture, chance: Generator) -> Picture:
    """With a little noise."""
    noise = chance.normal(0, chance.uniform(1, 4), picture.shape)
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


HALF = 0.5
CHANGES = (
    (0.12, inverted),
    (0.25, recoloured),
    (0.4, relit),
    (0.12, fringed),
    (0.08, resampled),
    (0.08, blurred),
    (0.04, noisy),
    (0.15, compressed),
)
"""How often each change is made, in this order."""
