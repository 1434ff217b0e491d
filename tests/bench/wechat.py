#!/usr/bin/env python3
"""OpenCV's WeChat reader as a peer of `tests/run bench qr`, without its network files, which no
package has. Reads grey pictures from standard input: width and height as 32-bit little-endian
numbers, then the pixels. Answers each with milliseconds (64-bit float), length (32-bit) and text."""
import struct
import sys
import time

import cv2
import numpy


def read_code(reader, grey):
    try:
        texts, _ = reader.detectAndDecode(grey)
    except (cv2.error, UnicodeDecodeError):
        return b""
    return texts[0].encode() if texts else b""


def main():
    cv2.setNumThreads(1)
    reader = cv2.wechat_qrcode_WeChatQRCode()
    source, answers = sys.stdin.buffer, sys.stdout.buffer
    while header := source.read(8):
        width, height = struct.unpack("<II", header)
        grey = numpy.frombuffer(source.read(width * height), numpy.uint8).reshape(height, width)
        begin = time.process_time()
        text = read_code(reader, grey)
        took = (time.process_time() - begin) * 1000
        answers.write(struct.pack("<dI", took, len(text)) + text)
        answers.flush()


if __name__ == "__main__":
    main()
