# escape=`
# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/windows/servercore:ltsc2025 AS setup
ADD https://example.org/setup.exe C:\setup.exe
RUN start /w C:\setup.exe /quiet `
 # a comment inside
 /norestart && `
 del C:\setup.exe
USER ContainerAdministrator
