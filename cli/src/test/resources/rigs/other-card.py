"""other-card.py PORT [hangs]: a card that is no security key, on a virtual reader of vsmartcard's.

Every application is unknown to it (6A82). With "hangs" it takes commands and never answers.
"""

import socket
import struct
import sys
import time

POWER_OFF, POWER_ON, RESET, GET_ATR = 0, 1, 2, 4
ATR = bytes.fromhex("3B80800101")
FILE_NOT_FOUND = bytes.fromhex("6A82")


def receive(reader, size):
    data = b""
    while len(data) < size:
        more = reader.recv(size - len(data))
        if not more:
            sys.exit()
        data += more
    return data


def send(reader, data):
    reader.sendall(struct.pack(">H", len(data)) + data)


time.sleep(1)  # the service polls: it must see first that another card has gone
with socket.create_connection(("localhost", int(sys.argv[1]))) as reader:
    while True:
        message = receive(reader, struct.unpack(">H", receive(reader, 2))[0])
        if len(message) > 1 and "hangs" in sys.argv:
            time.sleep(600)
        elif len(message) > 1:
            send(reader, FILE_NOT_FOUND)
        elif message[0] == GET_ATR:
            send(reader, ATR)
