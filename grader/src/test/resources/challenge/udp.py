"""A ticket server over UDP: HOST PORT."""

import collections
import socket
import struct
import sys

LONGEST = 100
REMEMBERED = 1000

host, port = sys.argv[1], int(sys.argv[2])
family = socket.AF_INET6 if ":" in host else socket.AF_INET
tickets = collections.OrderedDict()
last = 0
with socket.socket(family, socket.SOCK_DGRAM) as channel:
    channel.bind((host, port))
    while True:
        question, client = channel.recvfrom(65536)
        if not 4 <= len(question) <= 4 + LONGEST:
            continue  # no question, and so no answer
        key = (question[:4], client)
        if key not in tickets:
            last += 1
            tickets[key] = question[:4] + struct.pack(">i", last) + question[4:]
            if len(tickets) > REMEMBERED:
                tickets.popitem(last=False)
        channel.sendto(tickets[key], client)
