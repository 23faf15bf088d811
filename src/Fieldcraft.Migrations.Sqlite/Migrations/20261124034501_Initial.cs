using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fieldcraft.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Facts = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Installations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsDemo = table.Column<bool>(type: "INTEGER", nullable: false),
                    ClockOffset = table.Column<TimeSpan>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Installations", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Jobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: true),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    ClaimedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jobs", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "KeyWraps",
                columns: table => new
                {
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReaderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Wrapped = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyWraps", x => new { x.DocumentId, x.ReaderId });
                }
            );

            migrationBuilder.CreateTable(
                name: "RememberedMappings",
                columns: table => new
                {
                    HeadersHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Mapping = table.Column<string>(type: "TEXT", nullable: false),
                    ChosenAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RememberedMappings", x => x.HeadersHash);
                }
            );

            migrationBuilder.CreateTable(
                name: "ThrottleCounters",
                columns: table => new
                {
                    KeyHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ThrottleCounters", x => x.KeyHash);
                }
            );

            migrationBuilder.CreateTable(
                name: "Units",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    LeadId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Units", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Units_Units_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EmployeeId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    FirstName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    LastName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    PreferredName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    JobTitle = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    InJobSince = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Location = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    EmploymentType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ShiftPattern = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CalledKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ManagerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                    table.ForeignKey(
                        name: "FK_People_People_ManagerId",
                        column: x => x.ManagerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_People_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    PasswordSetAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ProvenEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    SealedShutUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Accounts_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ApiTokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecretHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Scopes = table.Column<int>(type: "INTEGER", unicode: false, maxLength: 40, nullable: false),
                    FromCommandLine = table.Column<bool>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApiTokens_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Assignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Context = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Archetype = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Lesson = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    BroughtAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assignments_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CheckIns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Answers = table.Column<byte[]>(type: "BLOB", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckIns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CheckIns_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Grants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GrantedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    GrantedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Grants_People_GrantedBy",
                        column: x => x.GrantedBy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_Grants_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_Grants_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "IdempotentRequests",
                columns: table => new
                {
                    KeyHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    BodyHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Answer = table.Column<byte[]>(type: "BLOB", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotentRequests", x => x.KeyHash);
                    table.ForeignKey(
                        name: "FK_IdempotentRequests_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "JournalEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Prompt = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JournalEntries_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "OneTimeCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    CodeHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    SentTo = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OneTimeCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OneTimeCodes_People_MadeBy",
                        column: x => x.MadeBy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_OneTimeCodes_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Placements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Placements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Placements_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_Placements_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssignmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReviewedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    BehavioursAtMost = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Change = table.Column<byte[]>(type: "BLOB", nullable: true),
                    MinutesAWeek = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ReflectionSlot = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ManagerNeeds = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Opportunity = table.Column<byte[]>(type: "BLOB", nullable: true),
                    OpportunityFor = table.Column<byte[]>(type: "BLOB", nullable: true),
                    OpportunityOfferedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    StopRule = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Plans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Plans_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ReportingLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ManagerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportingLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportingLines_People_ManagerId",
                        column: x => x.ManagerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_ReportingLines_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecretHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Proof = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    OnSharedDevice = table.Column<bool>(type: "INTEGER", nullable: false),
                    Device = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sessions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Shares",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Copy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SharedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Shares", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Shares_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SignInNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    FirstAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignInNotices_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_SignInNotices_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "StagedImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    StartedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Headers = table.Column<string>(type: "TEXT", nullable: false),
                    Mapping = table.Column<string>(type: "TEXT", nullable: false),
                    Dates = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Creates = table.Column<int>(type: "INTEGER", nullable: false),
                    Changes = table.Column<int>(type: "INTEGER", nullable: false),
                    Leaves = table.Column<int>(type: "INTEGER", nullable: false),
                    Refuses = table.Column<int>(type: "INTEGER", nullable: false),
                    AppliedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StagedImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StagedImports_People_StartedBy",
                        column: x => x.StartedBy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Answers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssignmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Resonates = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Answers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Answers_Assignments_AssignmentId",
                        column: x => x.AssignmentId,
                        principalTable: "Assignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_Answers_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ChallengeProfiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssignmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ratings = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChallengeProfiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChallengeProfiles_Assignments_AssignmentId",
                        column: x => x.AssignmentId,
                        principalTable: "Assignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_ChallengeProfiles_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "OpinionRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssignmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Giver = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Name = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Shown = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SecretHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Opinion = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    GivenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeclinedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpinionRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpinionRequests_Assignments_AssignmentId",
                        column: x => x.AssignmentId,
                        principalTable: "Assignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_OpinionRequests_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "FocusBehaviours",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Capability = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    StartingPicture = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Signs = table.Column<byte[]>(type: "BLOB", nullable: true),
                    If = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Then = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Support = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Obstacle = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CounterMove = table.Column<byte[]>(type: "BLOB", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FocusBehaviours", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FocusBehaviours_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_FocusBehaviours_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "LearningSources",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Address = table.Column<byte[]>(type: "BLOB", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LearningSources", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LearningSources_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_LearningSources_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PlanGoals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Signs = table.Column<byte[]>(type: "BLOB", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanGoals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanGoals_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_PlanGoals_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PlanSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanSteps_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_PlanSteps_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PlanSupporters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Who = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Does = table.Column<byte[]>(type: "BLOB", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanSupporters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanSupporters_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_PlanSupporters_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Looks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShareId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReaderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Looks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Looks_People_ReaderId",
                        column: x => x.ReaderId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_Looks_Shares_ShareId",
                        column: x => x.ShareId,
                        principalTable: "Shares",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ShareReader",
                columns: table => new
                {
                    ShareId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReaderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TakenAwayAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShareReader", x => new { x.ShareId, x.ReaderId });
                    table.ForeignKey(
                        name: "FK_ShareReader_People_ReaderId",
                        column: x => x.ReaderId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_ShareReader_Shares_ShareId",
                        column: x => x.ShareId,
                        principalTable: "Shares",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "StagedRows",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Cells = table.Column<string>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Findings = table.Column<string>(type: "TEXT", nullable: true),
                    IsSkipped = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StagedRows", x => new { x.ImportId, x.Line });
                    table.ForeignKey(
                        name: "FK_StagedRows_StagedImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "StagedImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Experiments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: true),
                    BehaviourId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FollowsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Rehearsed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PlannedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    What = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SeenBy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Situation = table.Column<byte[]>(type: "BLOB", nullable: true),
                    If = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Then = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Expectation = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Evidence = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RiskAndGuard = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Novelty = table.Column<byte[]>(type: "BLOB", nullable: true),
                    FocusAid = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Distraction = table.Column<byte[]>(type: "BLOB", nullable: true),
                    WhatHappened = table.Column<byte[]>(type: "BLOB", nullable: true),
                    EffectSeen = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Surprise = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Lesson = table.Column<byte[]>(type: "BLOB", nullable: true),
                    NextStep = table.Column<byte[]>(type: "BLOB", nullable: true),
                    DropReason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Experiments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Experiments_Experiments_FollowsId",
                        column: x => x.FollowsId,
                        principalTable: "Experiments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_Experiments_FocusBehaviours_BehaviourId",
                        column: x => x.BehaviourId,
                        principalTable: "FocusBehaviours",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_Experiments_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_Experiments_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "FeedbackRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Way = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Behaviour = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Moment = table.Column<byte[]>(type: "BLOB", nullable: false),
                    GiverName = table.Column<byte[]>(type: "BLOB", nullable: false),
                    NameMark = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    AddressMark = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    SecretHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    GiverWrap = table.Column<byte[]>(type: "BLOB", maxLength: 120, nullable: true),
                    Secret = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Keep = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Change = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeclinedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TakenBackAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedbackRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FeedbackRequests_Experiments_ExperimentId",
                        column: x => x.ExperimentId,
                        principalTable: "Experiments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_FeedbackRequests_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Reviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Event = table.Column<byte[]>(type: "BLOB", nullable: false),
                    EventOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Partner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    WhatHappened = table.Column<byte[]>(type: "BLOB", nullable: true),
                    GoodPart = table.Column<byte[]>(type: "BLOB", nullable: true),
                    LessGoodPart = table.Column<byte[]>(type: "BLOB", nullable: true),
                    OtherExplanation = table.Column<byte[]>(type: "BLOB", nullable: true),
                    OutsideSource = table.Column<byte[]>(type: "BLOB", nullable: true),
                    WithinControl = table.Column<byte[]>(type: "BLOB", nullable: true),
                    NextIf = table.Column<byte[]>(type: "BLOB", nullable: true),
                    NextThen = table.Column<byte[]>(type: "BLOB", nullable: true),
                    NextOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsBegun = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reviews_Experiments_ExperimentId",
                        column: x => x.ExperimentId,
                        principalTable: "Experiments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_Reviews_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_Accounts_PersonId", table: "Accounts", column: "PersonId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_Accounts_UserName", table: "Accounts", column: "UserName", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Answers_AssignmentId_Round_Question",
                table: "Answers",
                columns: new[] { "AssignmentId", "Round", "Question" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Answers_OwnerId_Id", table: "Answers", columns: new[] { "OwnerId", "Id" });

            migrationBuilder.CreateIndex(name: "IX_ApiTokens_PersonId", table: "ApiTokens", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_ApiTokens_SecretHash", table: "ApiTokens", column: "SecretHash", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_OwnerId_BroughtAt_Id",
                table: "Assignments",
                columns: new[] { "OwnerId", "BroughtAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ChallengeProfiles_AssignmentId",
                table: "ChallengeProfiles",
                column: "AssignmentId",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_ChallengeProfiles_OwnerId", table: "ChallengeProfiles", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_CheckIns_OwnerId_On_Id", table: "CheckIns", columns: new[] { "OwnerId", "On", "Id" });

            migrationBuilder.CreateIndex(name: "IX_Events_At", table: "Events", column: "At");

            migrationBuilder.CreateIndex(name: "IX_Events_OwnerId_At", table: "Events", columns: new[] { "OwnerId", "At" });

            migrationBuilder.CreateIndex(name: "IX_Experiments_BehaviourId", table: "Experiments", column: "BehaviourId");

            migrationBuilder.CreateIndex(name: "IX_Experiments_FollowsId", table: "Experiments", column: "FollowsId");

            migrationBuilder.CreateIndex(
                name: "IX_Experiments_OwnerId_State_On_Id",
                table: "Experiments",
                columns: new[] { "OwnerId", "State", "On", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_Experiments_PlanId", table: "Experiments", column: "PlanId");

            migrationBuilder.CreateIndex(name: "IX_FeedbackRequests_ExperimentId", table: "FeedbackRequests", column: "ExperimentId");

            migrationBuilder.CreateIndex(
                name: "IX_FeedbackRequests_OwnerId_AskedAt_Id",
                table: "FeedbackRequests",
                columns: new[] { "OwnerId", "AskedAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_FeedbackRequests_SecretHash",
                table: "FeedbackRequests",
                column: "SecretHash",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_FocusBehaviours_OwnerId", table: "FocusBehaviours", column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_FocusBehaviours_PlanId_Position",
                table: "FocusBehaviours",
                columns: new[] { "PlanId", "Position" }
            );

            migrationBuilder.CreateIndex(name: "IX_Grants_GrantedBy", table: "Grants", column: "GrantedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Grants_PersonId_Role_UnitId",
                table: "Grants",
                columns: new[] { "PersonId", "Role", "UnitId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Grants_UnitId", table: "Grants", column: "UnitId");

            migrationBuilder.CreateIndex(name: "IX_IdempotentRequests_BegunAt", table: "IdempotentRequests", column: "BegunAt");

            migrationBuilder.CreateIndex(name: "IX_IdempotentRequests_OwnerId", table: "IdempotentRequests", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_Jobs_DoneAt_DueAt", table: "Jobs", columns: new[] { "DoneAt", "DueAt" });

            migrationBuilder.CreateIndex(name: "IX_Jobs_Kind_Key", table: "Jobs", columns: new[] { "Kind", "Key" }, unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JournalEntries_OwnerId_WrittenAt_Id",
                table: "JournalEntries",
                columns: new[] { "OwnerId", "WrittenAt", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_KeyWraps_OwnerId", table: "KeyWraps", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_KeyWraps_ReaderId", table: "KeyWraps", column: "ReaderId");

            migrationBuilder.CreateIndex(name: "IX_LearningSources_OwnerId", table: "LearningSources", column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_LearningSources_PlanId_Position",
                table: "LearningSources",
                columns: new[] { "PlanId", "Position" }
            );

            migrationBuilder.CreateIndex(name: "IX_Looks_ReaderId", table: "Looks", column: "ReaderId");

            migrationBuilder.CreateIndex(
                name: "IX_Looks_ShareId_ReaderId_At",
                table: "Looks",
                columns: new[] { "ShareId", "ReaderId", "At" }
            );

            migrationBuilder.CreateIndex(name: "IX_OneTimeCodes_MadeBy", table: "OneTimeCodes", column: "MadeBy");

            migrationBuilder.CreateIndex(
                name: "IX_OneTimeCodes_PersonId_ExpiresAt",
                table: "OneTimeCodes",
                columns: new[] { "PersonId", "ExpiresAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_OpinionRequests_AssignmentId", table: "OpinionRequests", column: "AssignmentId");

            migrationBuilder.CreateIndex(name: "IX_OpinionRequests_OwnerId", table: "OpinionRequests", column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_OpinionRequests_SecretHash",
                table: "OpinionRequests",
                column: "SecretHash",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_People_CalledKey_Id", table: "People", columns: new[] { "CalledKey", "Id" });

            migrationBuilder.CreateIndex(name: "IX_People_Email", table: "People", column: "Email", unique: true);

            migrationBuilder.CreateIndex(name: "IX_People_EmployeeId", table: "People", column: "EmployeeId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_People_ManagerId", table: "People", column: "ManagerId");

            migrationBuilder.CreateIndex(name: "IX_People_NameKey_Id", table: "People", columns: new[] { "NameKey", "Id" });

            migrationBuilder.CreateIndex(name: "IX_People_UnitId_NameKey", table: "People", columns: new[] { "UnitId", "NameKey" });

            migrationBuilder.CreateIndex(name: "IX_Placements_PersonId", table: "Placements", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_Placements_UnitId", table: "Placements", column: "UnitId");

            migrationBuilder.CreateIndex(name: "IX_PlanGoals_OwnerId", table: "PlanGoals", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_PlanGoals_PlanId_Position", table: "PlanGoals", columns: new[] { "PlanId", "Position" });

            migrationBuilder.CreateIndex(name: "IX_Plans_AssignmentId", table: "Plans", column: "AssignmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Plans_OwnerId_StartedAt_Id",
                table: "Plans",
                columns: new[] { "OwnerId", "StartedAt", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_PlanSteps_OwnerId", table: "PlanSteps", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_PlanSteps_PlanId_Position", table: "PlanSteps", columns: new[] { "PlanId", "Position" });

            migrationBuilder.CreateIndex(name: "IX_PlanSupporters_OwnerId", table: "PlanSupporters", column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanSupporters_PlanId_Position",
                table: "PlanSupporters",
                columns: new[] { "PlanId", "Position" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReportingLines_ManagerId_To",
                table: "ReportingLines",
                columns: new[] { "ManagerId", "To" }
            );

            migrationBuilder.CreateIndex(name: "IX_ReportingLines_PersonId", table: "ReportingLines", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_Reviews_ExperimentId", table: "Reviews", column: "ExperimentId");

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_OwnerId_EventOn_Id",
                table: "Reviews",
                columns: new[] { "OwnerId", "EventOn", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_Sessions_PersonId", table: "Sessions", column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ShareReader_ReaderId_ShareId",
                table: "ShareReader",
                columns: new[] { "ReaderId", "ShareId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Shares_OwnerId_Kind_ItemId",
                table: "Shares",
                columns: new[] { "OwnerId", "Kind", "ItemId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Shares_OwnerId_SharedAt_Id",
                table: "Shares",
                columns: new[] { "OwnerId", "SharedAt", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_SignInNotices_ById", table: "SignInNotices", column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_SignInNotices_PersonId_LastAt",
                table: "SignInNotices",
                columns: new[] { "PersonId", "LastAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_SignInNotices_PersonId_SeenAt",
                table: "SignInNotices",
                columns: new[] { "PersonId", "SeenAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_StagedImports_StartedBy", table: "StagedImports", column: "StartedBy");

            migrationBuilder.CreateIndex(
                name: "IX_StagedImports_State_StartedAt",
                table: "StagedImports",
                columns: new[] { "State", "StartedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_StagedRows_ImportId_Outcome_Line",
                table: "StagedRows",
                columns: new[] { "ImportId", "Outcome", "Line" }
            );

            migrationBuilder.CreateIndex(name: "IX_ThrottleCounters_EndsAt", table: "ThrottleCounters", column: "EndsAt");

            migrationBuilder.CreateIndex(name: "IX_Units_LeadId", table: "Units", column: "LeadId");

            migrationBuilder.CreateIndex(name: "IX_Units_NameKey_Id", table: "Units", columns: new[] { "NameKey", "Id" });

            migrationBuilder.CreateIndex(name: "IX_Units_ParentId", table: "Units", column: "ParentId");

            migrationBuilder.CreateIndex(name: "IX_Units_Path", table: "Units", column: "Path", unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Accounts");

            migrationBuilder.DropTable(name: "Answers");

            migrationBuilder.DropTable(name: "ApiTokens");

            migrationBuilder.DropTable(name: "ChallengeProfiles");

            migrationBuilder.DropTable(name: "CheckIns");

            migrationBuilder.DropTable(name: "Events");

            migrationBuilder.DropTable(name: "FeedbackRequests");

            migrationBuilder.DropTable(name: "Grants");

            migrationBuilder.DropTable(name: "IdempotentRequests");

            migrationBuilder.DropTable(name: "Installations");

            migrationBuilder.DropTable(name: "Jobs");

            migrationBuilder.DropTable(name: "JournalEntries");

            migrationBuilder.DropTable(name: "KeyWraps");

            migrationBuilder.DropTable(name: "LearningSources");

            migrationBuilder.DropTable(name: "Looks");

            migrationBuilder.DropTable(name: "OneTimeCodes");

            migrationBuilder.DropTable(name: "OpinionRequests");

            migrationBuilder.DropTable(name: "Placements");

            migrationBuilder.DropTable(name: "PlanGoals");

            migrationBuilder.DropTable(name: "PlanSteps");

            migrationBuilder.DropTable(name: "PlanSupporters");

            migrationBuilder.DropTable(name: "RememberedMappings");

            migrationBuilder.DropTable(name: "ReportingLines");

            migrationBuilder.DropTable(name: "Reviews");

            migrationBuilder.DropTable(name: "Sessions");

            migrationBuilder.DropTable(name: "ShareReader");

            migrationBuilder.DropTable(name: "SignInNotices");

            migrationBuilder.DropTable(name: "StagedRows");

            migrationBuilder.DropTable(name: "ThrottleCounters");

            migrationBuilder.DropTable(name: "Assignments");

            migrationBuilder.DropTable(name: "Experiments");

            migrationBuilder.DropTable(name: "Shares");

            migrationBuilder.DropTable(name: "StagedImports");

            migrationBuilder.DropTable(name: "FocusBehaviours");

            migrationBuilder.DropTable(name: "Plans");

            migrationBuilder.DropTable(name: "People");

            migrationBuilder.DropTable(name: "Units");
        }
    }
}
