# syntax=docker/dockerfile:1
FROM python:3.14-slim
ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
COPY src/ src/
USER 10001:10001
EXPOSE 8000
CMD ["python", "-m", "greeting"]
