// The classifiers that the index knows, in its own order, from trove-classifiers 2026.9.21.13 (Apache-2.0). Written by
// scripts/record/classifiers.ts. A line is one of them: how many of its parts are those of the line before, and the others.

export const KNOWN_CLASSIFIERS = `
0 Development Status :: 1 - Planning
1 2 - Pre-Alpha
1 3 - Alpha
1 4 - Beta
1 5 - Production/Stable
1 6 - Mature
1 7 - Inactive
0 Environment :: Console
2 Curses
2 Framebuffer
2 Newt
2 svgalib
1 Cygwin (MS Windows)
1 GPU
2 NVIDIA CUDA
3 1.0
3 1.1
3 2.0
3 2.1
3 2.2
3 2.3
3 3.0
3 3.1
3 3.2
3 4.0
3 4.1
3 4.2
3 5.0
3 5.5
3 6.0
3 6.5
3 7.0
3 7.5
3 8.0
3 9.0
3 9.1
3 9.2
3 10.0
3 10.1
3 10.2
3 11
3 11.0
3 11.1
3 11.2
3 11.3
3 11.4
3 11.5
3 11.6
3 11.7
3 11.8
3 12
4 12.0
4 12.1
4 12.2
4 12.3
4 12.4
4 12.5
4 12.6
3 13
1 Handhelds/PDA's
1 MacOS X
2 Aqua
2 Carbon
2 Cocoa
1 No Input/Output (Daemon)
1 OpenStack
1 Other Environment
1 Plugins
1 Web Environment
2 Buffet
2 Mozilla
2 ToscaWidgets
1 WebAssembly
2 Emscripten
2 WASI
1 Win32 (MS Windows)
1 X11 Applications
2 GTK
2 Gnome
2 KDE
2 Qt
0 Framework :: AWS CDK
2 1
2 2
1 AiiDA
1 Ansible
1 AnyIO
1 Apache Airflow
2 Provider
1 AsyncIO
1 BEAT
1 BFG
1 Bob
1 Bottle
1 Buildout
2 Extension
2 Recipe
1 CastleCMS
2 Theme
1 Celery
1 Chandler
1 CherryPy
1 CubicWeb
1 Dash
1 Datasette
1 Django
2 1
2 1.4
2 1.5
2 1.6
2 1.7
2 1.8
2 1.9
2 1.10
2 1.11
2 2
2 2.0
2 2.1
2 2.2
2 3
2 3.0
2 3.1
2 3.2
2 4
2 4.0
2 4.1
2 4.2
2 5
2 5.0
2 5.1
2 5.2
2 6
2 6.0
2 6.1
1 Django CMS
2 3.4
2 3.5
2 3.6
2 3.7
2 3.8
2 3.9
2 3.10
2 3.11
2 4.0
2 4.1
2 5.0
2 5.1
1 FastAPI
1 Flake8
1 Flask
1 Hatch
1 Hypothesis
1 IDLE
1 IPython
1 InvenTree
1 Jupyter
2 JupyterLab
3 1
3 2
3 3
3 4
3 Extensions
4 Mime Renderers
4 Prebuilt
4 Themes
1 Kedro
1 Lektor
1 Litestar
2 1
2 2
2 3
1 Masonite
1 Matplotlib
1 MkDocs
1 Nengo
1 Odoo
2 8.0
2 9.0
2 10.0
2 11.0
2 12.0
2 13.0
2 14.0
2 15.0
2 16.0
2 17.0
2 18.0
2 19.0
2 20.0
1 OpenTelemetry
2 Distros
2 Exporters
2 Instrumentations
1 Opps
1 Paste
1 Pelican
2 Plugins
2 Themes
1 Plone
2 3.2
2 3.3
2 4.0
2 4.1
2 4.2
2 4.3
2 5.0
2 5.1
2 5.2
2 5.3
2 6.0
2 6.1
2 6.2
2 6.3
2 Addon
2 Core
2 Distribution
2 Theme
1 PySimpleGUI
2 4
2 5
1 Pycsou
1 Pydantic
2 1
2 2
1 Pylons
1 Pyodide
1 Pyramid
1 Pytest
1 Review Board
1 Robot Framework
2 Library
2 Tool
1 Scrapy
1 Setuptools Plugin
1 Sphinx
2 Domain
2 Extension
2 Theme
1 Trac
1 Trio
1 Tryton
1 TurboGears
2 Applications
2 Widgets
1 Twisted
1 Wagtail
2 1
2 2
2 3
2 4
2 5
2 6
2 7
2 8
1 ZODB
1 Zope
1 Zope2
1 Zope3
1 Zope :: 2
2 3
2 4
2 5
2 6
1 aiohttp
1 cocotb
1 napari
1 tox
0 Intended Audience :: Customer Service
1 Developers
1 Education
1 End Users/Desktop
1 Financial and Insurance Industry
1 Healthcare Industry
1 Information Technology
1 Legal Industry
1 Manufacturing
1 Other Audience
1 Religion
1 Science/Research
1 System Administrators
1 Telecommunications Industry
0 License :: Aladdin Free Public License (AFPL)
1 CC0 1.0 Universal (CC0 1.0) Public Domain Dedication
1 CeCILL-B Free Software License Agreement (CECILL-B)
1 CeCILL-C Free Software License Agreement (CECILL-C)
1 DFSG approved
1 Eiffel Forum License (EFL)
1 Free For Educational Use
1 Free For Home Use
1 Free To Use But Restricted
1 Free for non-commercial use
1 Freely Distributable
1 Freeware
1 GUST Font License 1.0
1 GUST Font License 2006-09-30
1 Netscape Public License (NPL)
1 Nokia Open Source License (NOKOS)
1 OSI Approved
2 Academic Free License (AFL)
2 Apache Software License
2 Apple Public Source License
2 Artistic License
2 Attribution Assurance License
2 BSD License
2 Blue Oak Model License (BlueOak-1.0.0)
2 Boost Software License 1.0 (BSL-1.0)
2 CEA CNRS Inria Logiciel Libre License, version 2.1 (CeCILL-2.1)
2 CMU License (MIT-CMU)
2 Common Development and Distribution License 1.0 (CDDL-1.0)
2 Common Public License
2 Eclipse Public License 1.0 (EPL-1.0)
2 Eclipse Public License 2.0 (EPL-2.0)
2 Educational Community License, Version 2.0 (ECL-2.0)
2 Eiffel Forum License
2 European Union Public Licence 1.0 (EUPL 1.0)
2 European Union Public Licence 1.1 (EUPL 1.1)
2 European Union Public Licence 1.2 (EUPL 1.2)
2 GNU Affero General Public License v3
2 GNU Affero General Public License v3 or later (AGPLv3+)
2 GNU Free Documentation License (FDL)
2 GNU General Public License (GPL)
2 GNU General Public License v2 (GPLv2)
2 GNU General Public License v2 or later (GPLv2+)
2 GNU General Public License v3 (GPLv3)
2 GNU General Public License v3 or later (GPLv3+)
2 GNU Lesser General Public License v2 (LGPLv2)
2 GNU Lesser General Public License v2 or later (LGPLv2+)
2 GNU Lesser General Public License v3 (LGPLv3)
2 GNU Lesser General Public License v3 or later (LGPLv3+)
2 GNU Library or Lesser General Public License (LGPL)
2 Historical Permission Notice and Disclaimer (HPND)
2 IBM Public License
2 ISC License (ISCL)
2 MIT License
2 MIT No Attribution License (MIT-0)
2 MirOS License (MirOS)
2 Motosoto License
2 Mozilla Public License 1.0 (MPL)
2 Mozilla Public License 1.1 (MPL 1.1)
2 Mozilla Public License 2.0 (MPL 2.0)
2 Mulan Permissive Software License v2 (MulanPSL-2.0)
2 NASA Open Source Agreement v1.3 (NASA-1.3)
2 Nethack General Public License
2 Nokia Open Source License
2 Open Group Test Suite License
2 Open Software License 3.0 (OSL-3.0)
2 PostgreSQL License
2 Python License (CNRI Python License)
2 Python Software Foundation License
2 Qt Public License (QPL)
2 Ricoh Source Code Public License
2 SIL Open Font License 1.1 (OFL-1.1)
2 Sleepycat License
2 Sun Public License
2 The Unlicense (Unlicense)
2 Universal Permissive License (UPL)
2 University of Illinois/NCSA Open Source License
2 Vovida Software License 1.0
2 W3C License
2 Zero-Clause BSD (0BSD)
2 Zope Public License
2 zlib/libpng License
1 Other/Proprietary License
1 Public Domain
1 Repoze Public License
0 Natural Language :: Afrikaans
1 Arabic
1 Armenian
1 Basque
1 Bengali
1 Bosnian
1 Bulgarian
1 Cantonese
1 Catalan
1 Catalan (Valencian)
1 Chinese (Simplified)
1 Chinese (Traditional)
1 Croatian
1 Czech
1 Danish
1 Dutch
1 English
1 Esperanto
1 Estonian
1 Finnish
1 French
1 Galician
1 Georgian
1 German
1 Greek
1 Hebrew
1 Hindi
1 Hungarian
1 Icelandic
1 Indonesian
1 Irish
1 Italian
1 Japanese
1 Javanese
1 Korean
1 Latin
1 Latvian
1 Lithuanian
1 Macedonian
1 Malay
1 Marathi
1 Nepali
1 Norwegian
1 Panjabi
1 Persian
1 Polish
1 Portuguese
1 Portuguese (Brazilian)
1 Romanian
1 Russian
1 Serbian
1 Slovak
1 Slovenian
1 Spanish
1 Swedish
1 Tamil
1 Telugu
1 Thai
1 Tibetan
1 Turkish
1 Ukrainian
1 Urdu
1 Vietnamese
1 Yiddish
0 Operating System :: Android
1 BeOS
1 MacOS
2 MacOS 9
2 MacOS X
1 Microsoft
2 MS-DOS
2 Windows
3 Windows 3.1 or Earlier
3 Windows 7
3 Windows 8
3 Windows 8.1
3 Windows 10
3 Windows 11
3 Windows 95/98/2000
3 Windows CE
3 Windows NT/2000
3 Windows Server 2003
3 Windows Server 2008
3 Windows Vista
3 Windows XP
1 OS Independent
1 OS/2
1 Other OS
1 PDA Systems
1 POSIX
2 AIX
2 BSD
3 BSD/OS
3 FreeBSD
3 NetBSD
3 OpenBSD
2 GNU Hurd
2 HP-UX
2 IRIX
2 Linux
2 Other
2 SCO
2 SunOS/Solaris
1 PalmOS
1 RISC OS
1 Unix
1 iOS
0 Programming Language :: APL
1 ASP
1 Ada
1 Assembly
1 Awk
1 Basic
1 C
1 C#
1 C++
1 Cold Fusion
1 Cython
1 D
1 Delphi/Kylix
1 Dylan
1 Eiffel
1 Emacs-Lisp
1 Erlang
1 Euler
1 Euphoria
1 F#
1 Forth
1 Fortran
1 Go
1 Haskell
1 Hy
1 Java
1 JavaScript
1 Kotlin
1 Lisp
1 Logo
1 Lua
1 ML
1 Modula
1 OCaml
1 Object Pascal
1 Objective C
1 Other
1 Other Scripting Engines
1 PHP
1 PL/SQL
1 PROGRESS
1 Pascal
1 Perl
1 Pike
1 Pliant
1 Prolog
1 Python
2 2
3 Only
2 2.3
2 2.4
2 2.5
2 2.6
2 2.7
2 3
3 Only
2 3.0
2 3.1
2 3.2
2 3.3
2 3.4
2 3.5
2 3.6
2 3.7
2 3.8
2 3.9
2 3.10
2 3.11
2 3.12
2 3.13
2 3.14
2 3.15
2 3.16
2 Free Threading
3 1 - Unstable
3 2 - Beta
3 3 - Stable
3 4 - Resilient
2 Implementation
3 CPython
3 GraalPy
3 IronPython
3 Jython
3 MicroPython
3 PyPy
3 Stackless
1 R
1 REBOL
1 Rexx
1 Ruby
1 Rust
1 SQL
1 Scheme
1 Simula
1 Smalltalk
1 Tcl
1 Unix Shell
1 Visual Basic
1 XBasic
1 YACC
1 Zig
1 Zope
0 Topic :: Adaptive Technologies
1 Artistic Software
1 Communications
2 BBS
2 Chat
3 ICQ
3 Internet Relay Chat
3 Unix Talk
2 Conferencing
2 Email
3 Address Book
3 Email Clients (MUA)
3 Filters
3 Mail Transport Agents
3 Mailing List Servers
3 Post-Office
4 IMAP
4 POP3
2 FIDO
2 Fax
2 File Sharing
3 Gnutella
3 Napster
2 Ham Radio
2 Internet Phone
2 Telephony
2 Usenet News
1 Database
2 Database Engines/Servers
2 Front-Ends
1 Desktop Environment
2 File Managers
2 GNUstep
2 Gnome
2 K Desktop Environment (KDE)
3 Themes
2 PicoGUI
3 Applications
3 Themes
2 Screen Savers
2 Window Managers
3 Afterstep
4 Themes
3 Applets
3 Blackbox
4 Themes
3 CTWM
4 Themes
3 Enlightenment
4 Epplets
4 Themes DR15
4 Themes DR16
4 Themes DR17
3 FVWM
4 Themes
3 Fluxbox
4 Themes
3 IceWM
4 Themes
3 MetaCity
4 Themes
3 Oroborus
4 Themes
3 Sawfish
4 Themes 0.30
4 Themes pre-0.30
3 Waimea
4 Themes
3 Window Maker
4 Applets
4 Themes
3 XFCE
4 Themes
1 Documentation
2 Sphinx
1 Education
2 Computer Aided Instruction (CAI)
2 Testing
1 File Formats
2 JSON
3 JSON Schema
1 Games/Entertainment
2 Arcade
2 Board Games
2 First Person Shooters
2 Fortune Cookies
2 Multi-User Dungeons (MUD)
2 Puzzle Games
2 Real Time Strategy
2 Role-Playing
2 Side-Scrolling/Arcade Games
2 Simulation
2 Turn Based Strategy
1 Home Automation
1 Internet
2 File Transfer Protocol (FTP)
2 Finger
2 Log Analysis
2 Name Service (DNS)
2 Proxy Servers
2 WAP
2 WWW/HTTP
3 Browsers
3 Dynamic Content
4 CGI Tools/Libraries
4 Content Management System
4 Message Boards
4 News/Diary
4 Page Counters
4 Wiki
3 HTTP Servers
3 Indexing/Search
3 Session
3 Site Management
4 Link Checking
3 WSGI
4 Application
4 Middleware
4 Server
2 XMPP
2 Z39.50
1 Multimedia
2 Graphics
3 3D Modeling
3 3D Rendering
3 Capture
4 Digital Camera
4 Scanners
4 Screen Capture
3 Editors
4 Raster-Based
4 Vector-Based
3 Graphics Conversion
3 Presentation
3 Viewers
2 Sound/Audio
3 Analysis
3 CD Audio
4 CD Playing
4 CD Ripping
4 CD Writing
3 Capture/Recording
3 Conversion
3 Editors
3 MIDI
3 Mixers
3 Players
4 MP3
3 Sound Synthesis
3 Speech
2 Video
3 Capture
3 Conversion
3 Display
3 Non-Linear Editor
1 Office/Business
2 Financial
3 Accounting
3 Investment
3 Point-Of-Sale
3 Spreadsheet
2 Groupware
2 News/Diary
2 Office Suites
2 Scheduling
1 Other/Nonlisted Topic
1 Printing
1 Religion
1 Scientific/Engineering
2 Artificial Intelligence
2 Artificial Life
2 Astronomy
2 Atmospheric Science
2 Bio-Informatics
2 Chemistry
2 Electronic Design Automation (EDA)
2 GIS
2 Human Machine Interfaces
2 Hydrology
2 Image Processing
2 Image Recognition
2 Information Analysis
2 Instrument Drivers
3 IVI Conformant
2 Interface Engine/Protocol Translator
2 Mathematics
2 Medical Science Apps.
2 Oceanography
2 Physics
2 Quantum Computing
2 Visualization
1 Security
2 Cryptography
1 Sociology
2 Genealogy
2 History
1 Software Development
2 Assemblers
2 Bug Tracking
2 Build Tools
2 Code Generators
2 Compilers
2 Debuggers
2 Disassemblers
2 Documentation
2 Embedded Systems
3 Controller Area Network (CAN)
4 CANopen
4 J1939
2 Internationalization
2 Interpreters
2 Libraries
3 Application Frameworks
3 Java Libraries
3 PHP Classes
3 Perl Modules
3 Pike Modules
3 Python Modules
3 Ruby Modules
3 Tcl Extensions
3 pygame
2 Localization
2 Object Brokering
3 CORBA
2 Pre-processors
2 Quality Assurance
2 Testing
3 Acceptance
3 BDD
3 Mocking
3 Traffic Generation
3 Unit
2 User Interfaces
2 Version Control
3 Bazaar
3 CVS
3 Git
3 Mercurial
3 RCS
3 SCCS
2 Widget Sets
1 System
2 Archiving
3 Backup
3 Compression
3 Mirroring
3 Packaging
2 Benchmark
2 Boot
3 Init
2 Clustering
2 Console Fonts
2 Distributed Computing
2 Emulators
2 Filesystems
2 Hardware
3 Hardware Drivers
3 Mainframes
3 Symmetric Multi-processing
3 Universal Serial Bus (USB)
4 Audio
4 Audio/Video (AV)
4 Communications Device Class (CDC)
4 Diagnostic Device
4 Hub
4 Human Interface Device (HID)
4 Mass Storage
4 Miscellaneous
4 Printer
4 Smart Card
4 Vendor
4 Video (UVC)
4 Wireless Controller
2 Installation/Setup
2 Logging
2 Monitoring
2 Networking
3 Firewalls
3 Monitoring
4 Hardware Watchdog
3 Time Synchronization
2 Operating System
2 Operating System Kernels
3 BSD
3 GNU Hurd
3 Linux
2 Power (UPS)
2 Recovery Tools
2 Shells
2 Software Distribution
2 System Shells
2 Systems Administration
3 Authentication/Directory
4 LDAP
4 NIS
1 Terminals
2 Serial
2 Telnet
2 Terminal Emulators/X Terminals
1 Text Editors
2 Documentation
2 Emacs
2 Integrated Development Environments (IDE)
2 Text Processing
2 Word Processors
1 Text Processing
2 Filters
2 Fonts
2 General
2 Indexing
2 Linguistic
2 Markup
3 HTML
3 LaTeX
3 Markdown
3 SGML
3 VRML
3 XML
3 reStructuredText
1 Utilities
0 Typing :: Stubs Only
1 Typed
`;
