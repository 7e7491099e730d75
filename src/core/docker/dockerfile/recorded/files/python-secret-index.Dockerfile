# syntax=docker/dockerfile:1
FROM python:3.14-slim
COPY requirements.txt .
RUN --mount=type=secret,id=index_url,env=PIP_INDEX_URL \
    pip install -r requirements.txt
RUN --mount=type=secret,id=netrc,target=/root/.netrc,mode=0400,required=true \
    pip install -r private.txt
