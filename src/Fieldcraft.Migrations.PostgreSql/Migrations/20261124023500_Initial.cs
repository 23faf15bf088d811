using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fieldcraft.Migrations.PostgreSql.Migrations
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Facts = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Mode = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    IsDemo = table.Column<bool>(type: "boolean", nullable: false),
                    ClockOffset = table.Column<TimeSpan>(type: "interval", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: true),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    ClaimedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Error = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
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
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReaderId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Wrapped = table.Column<byte[]>(type: "bytea", nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
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
                    HeadersHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Mapping = table.Column<string>(type: "text", nullable: false),
                    ChosenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
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
                    KeyHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    EndsAt = table.Column<long>(type: "bigint", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    NameKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    LeadId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EmployeeId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    FirstName = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    LastName = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    PreferredName = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    Status = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    JobTitle = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    InJobSince = table.Column<DateOnly>(type: "date", nullable: true),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Location = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    EmploymentType = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ShiftPattern = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    NameKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    CalledKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    ManagerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserName = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false, collation: "C"),
                    PasswordHash = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    PasswordSetAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ProvenEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    SealedShutUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecretHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Scopes = table.Column<int>(type: "integer", unicode: false, maxLength: 40, nullable: false),
                    FromCommandLine = table.Column<bool>(type: "boolean", nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<byte[]>(type: "bytea", nullable: false),
                    Context = table.Column<byte[]>(type: "bytea", nullable: true),
                    Archetype = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Lesson = table.Column<byte[]>(type: "bytea", nullable: true),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    BroughtAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Answers = table.Column<byte[]>(type: "bytea", nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    GrantedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    GrantedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    KeyHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    BodyHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    BegunAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Answer = table.Column<byte[]>(type: "bytea", nullable: true),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<byte[]>(type: "bytea", nullable: false),
                    Prompt = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    CodeHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    SentTo = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    MadeBy = table.Column<Guid>(type: "uuid", nullable: true),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UsedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    AssignmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ReviewedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    BehavioursAtMost = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<byte[]>(type: "bytea", nullable: false),
                    Why = table.Column<byte[]>(type: "bytea", nullable: true),
                    Change = table.Column<byte[]>(type: "bytea", nullable: true),
                    MinutesAWeek = table.Column<byte[]>(type: "bytea", nullable: true),
                    ReflectionSlot = table.Column<byte[]>(type: "bytea", nullable: true),
                    ManagerNeeds = table.Column<byte[]>(type: "bytea", nullable: true),
                    Opportunity = table.Column<byte[]>(type: "bytea", nullable: true),
                    OpportunityFor = table.Column<byte[]>(type: "bytea", nullable: true),
                    OpportunityOfferedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    StopRule = table.Column<byte[]>(type: "bytea", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    ManagerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecretHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Proof = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    OnSharedDevice = table.Column<bool>(type: "boolean", nullable: false),
                    Device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastSeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<byte[]>(type: "bytea", nullable: false),
                    Copy = table.Column<byte[]>(type: "bytea", nullable: false),
                    SharedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    FirstAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    StartedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Headers = table.Column<string>(type: "text", nullable: false),
                    Mapping = table.Column<string>(type: "text", nullable: false),
                    Dates = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    Fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Creates = table.Column<int>(type: "integer", nullable: false),
                    Changes = table.Column<int>(type: "integer", nullable: false),
                    Leaves = table.Column<int>(type: "integer", nullable: false),
                    Refuses = table.Column<int>(type: "integer", nullable: false),
                    AppliedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    AssignmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Question = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<byte[]>(type: "bytea", nullable: true),
                    Resonates = table.Column<bool>(type: "boolean", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    AssignmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ratings = table.Column<byte[]>(type: "bytea", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    AssignmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Giver = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Name = table.Column<byte[]>(type: "bytea", nullable: true),
                    Shown = table.Column<byte[]>(type: "bytea", nullable: false),
                    SecretHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Opinion = table.Column<byte[]>(type: "bytea", nullable: true),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    GivenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DeclinedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<byte[]>(type: "bytea", nullable: false),
                    Capability = table.Column<byte[]>(type: "bytea", nullable: true),
                    Why = table.Column<byte[]>(type: "bytea", nullable: true),
                    StartingPicture = table.Column<byte[]>(type: "bytea", nullable: true),
                    Signs = table.Column<byte[]>(type: "bytea", nullable: true),
                    If = table.Column<byte[]>(type: "bytea", nullable: true),
                    Then = table.Column<byte[]>(type: "bytea", nullable: true),
                    Support = table.Column<byte[]>(type: "bytea", nullable: true),
                    Obstacle = table.Column<byte[]>(type: "bytea", nullable: true),
                    CounterMove = table.Column<byte[]>(type: "bytea", nullable: true),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Text = table.Column<byte[]>(type: "bytea", nullable: false),
                    Address = table.Column<byte[]>(type: "bytea", nullable: true),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<byte[]>(type: "bytea", nullable: false),
                    Signs = table.Column<byte[]>(type: "bytea", nullable: true),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<byte[]>(type: "bytea", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Who = table.Column<byte[]>(type: "bytea", nullable: false),
                    Does = table.Column<byte[]>(type: "bytea", nullable: true),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ShareId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReaderId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
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
                    ShareId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReaderId = table.Column<Guid>(type: "uuid", nullable: false),
                    TakenAwayAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
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
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    Cells = table.Column<string>(type: "text", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Findings = table.Column<string>(type: "text", nullable: true),
                    IsSkipped = table.Column<bool>(type: "boolean", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: true),
                    BehaviourId = table.Column<Guid>(type: "uuid", nullable: true),
                    FollowsId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Rehearsed = table.Column<bool>(type: "boolean", nullable: false),
                    PlannedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    What = table.Column<byte[]>(type: "bytea", nullable: false),
                    SeenBy = table.Column<byte[]>(type: "bytea", nullable: false),
                    Situation = table.Column<byte[]>(type: "bytea", nullable: true),
                    If = table.Column<byte[]>(type: "bytea", nullable: true),
                    Then = table.Column<byte[]>(type: "bytea", nullable: true),
                    Expectation = table.Column<byte[]>(type: "bytea", nullable: true),
                    Evidence = table.Column<byte[]>(type: "bytea", nullable: true),
                    RiskAndGuard = table.Column<byte[]>(type: "bytea", nullable: true),
                    Novelty = table.Column<byte[]>(type: "bytea", nullable: true),
                    FocusAid = table.Column<byte[]>(type: "bytea", nullable: true),
                    Distraction = table.Column<byte[]>(type: "bytea", nullable: true),
                    WhatHappened = table.Column<byte[]>(type: "bytea", nullable: true),
                    EffectSeen = table.Column<byte[]>(type: "bytea", nullable: true),
                    Surprise = table.Column<byte[]>(type: "bytea", nullable: true),
                    Lesson = table.Column<byte[]>(type: "bytea", nullable: true),
                    NextStep = table.Column<byte[]>(type: "bytea", nullable: true),
                    DropReason = table.Column<byte[]>(type: "bytea", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Way = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Behaviour = table.Column<byte[]>(type: "bytea", nullable: false),
                    Moment = table.Column<byte[]>(type: "bytea", nullable: false),
                    GiverName = table.Column<byte[]>(type: "bytea", nullable: false),
                    NameMark = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    AddressMark = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    SecretHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    GiverWrap = table.Column<byte[]>(type: "bytea", maxLength: 120, nullable: true),
                    Secret = table.Column<byte[]>(type: "bytea", nullable: true),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Keep = table.Column<byte[]>(type: "bytea", nullable: true),
                    Change = table.Column<byte[]>(type: "bytea", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DeclinedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TakenBackAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReadAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExperimentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Event = table.Column<byte[]>(type: "bytea", nullable: false),
                    EventOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Partner = table.Column<byte[]>(type: "bytea", nullable: true),
                    WhatHappened = table.Column<byte[]>(type: "bytea", nullable: true),
                    GoodPart = table.Column<byte[]>(type: "bytea", nullable: true),
                    LessGoodPart = table.Column<byte[]>(type: "bytea", nullable: true),
                    OtherExplanation = table.Column<byte[]>(type: "bytea", nullable: true),
                    OutsideSource = table.Column<byte[]>(type: "bytea", nullable: true),
                    WithinControl = table.Column<byte[]>(type: "bytea", nullable: true),
                    NextIf = table.Column<byte[]>(type: "bytea", nullable: true),
                    NextThen = table.Column<byte[]>(type: "bytea", nullable: true),
                    NextOn = table.Column<DateOnly>(type: "date", nullable: true),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    IsBegun = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
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
