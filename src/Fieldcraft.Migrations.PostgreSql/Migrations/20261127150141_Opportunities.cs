using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fieldcraft.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Opportunities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(name: "Places", table: "LiveSessions", type: "integer", nullable: false, defaultValue: 12);

            migrationBuilder.CreateTable(
                name: "Holidays",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Holidays", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Holidays_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "InitiativeChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    TakenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Answers = table.Column<byte[]>(type: "bytea", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InitiativeChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InitiativeChecks_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Postings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: false),
                    WhyItMatters = table.Column<string>(type: "character varying(1200)", maxLength: 1200, nullable: false),
                    GoodEnd = table.Column<string>(type: "character varying(1200)", maxLength: 1200, nullable: false),
                    Challenges = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    HoursAWeek = table.Column<int>(type: "integer", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "date", nullable: true),
                    UntilOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Support = table.Column<string>(type: "character varying(1200)", maxLength: 1200, nullable: true),
                    OffThePlate = table.Column<string>(type: "character varying(1200)", maxLength: 1200, nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Needles = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    PostedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FlaggedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedAs = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Postings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Postings_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_Postings_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ProviderEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Written = table.Column<byte[]>(type: "bytea", nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SharedWith = table.Column<Guid>(type: "uuid", nullable: true),
                    SharedNote = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: true),
                    SharedSource = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    SharedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProviderEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProviderEntries_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_ProviderEntries_Units_SharedWith",
                        column: x => x.SharedWith,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Workshops",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganiserId = table.Column<Guid>(type: "uuid", nullable: true),
                    SecondId = table.Column<Guid>(type: "uuid", nullable: true),
                    Title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Programme = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Start = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Until = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    BlockList = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    SeatCount = table.Column<int>(type: "integer", nullable: false),
                    Door = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    EarlierId = table.Column<Guid>(type: "uuid", nullable: true),
                    Seed = table.Column<int>(type: "integer", nullable: true),
                    ToldThrough = table.Column<DateOnly>(type: "date", nullable: true),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CalledOffAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Workshops", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Workshops_People_OrganiserId",
                        column: x => x.OrganiserId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_Workshops_People_SecondId",
                        column: x => x.SecondId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_Workshops_Workshops_EarlierId",
                        column: x => x.EarlierId,
                        principalTable: "Workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Interests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    PosterId = table.Column<Guid>(type: "uuid", nullable: false),
                    PostingId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Newness = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PosterAwayOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SettledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Interests_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_Interests_People_PosterId",
                        column: x => x.PosterId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_Interests_Postings_PostingId",
                        column: x => x.PostingId,
                        principalTable: "Postings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TrialNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ManagerId = table.Column<Guid>(type: "uuid", nullable: true),
                    OpportunityId = table.Column<Guid>(type: "uuid", nullable: true),
                    PostingId = table.Column<Guid>(type: "uuid", nullable: true),
                    Facts = table.Column<byte[]>(type: "bytea", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    AgreedBy = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    DatesToldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LoadToldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ConcernAbout = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Concern = table.Column<byte[]>(type: "bytea", nullable: true),
                    Settlement = table.Column<byte[]>(type: "bytea", nullable: true),
                    ManagerAwayOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ToldAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrialNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrialNotices_People_ManagerId",
                        column: x => x.ManagerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_TrialNotices_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_TrialNotices_Postings_PostingId",
                        column: x => x.PostingId,
                        principalTable: "Postings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CustomerDialogues",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Questions = table.Column<byte[]>(type: "bytea", nullable: false),
                    Written = table.Column<byte[]>(type: "bytea", nullable: true),
                    Reply = table.Column<byte[]>(type: "bytea", nullable: true),
                    PreparedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IsAcrossUnits = table.Column<bool>(type: "boolean", nullable: false),
                    NeedConfirmedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerDialogues", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CustomerDialogues_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_CustomerDialogues_ProviderEntries_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "ProviderEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Opportunities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Written = table.Column<byte[]>(type: "bytea", nullable: false),
                    ResultReply = table.Column<byte[]>(type: "bytea", nullable: true),
                    BegunAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StateSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CoCreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TrialAgreedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ResultConfirmedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    End = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    WithCustomer = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    WithCustomerUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Opportunities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Opportunities_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_Opportunities_ProviderEntries_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "ProviderEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CoachingSlots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkshopId = table.Column<Guid>(type: "uuid", nullable: false),
                    FacilitatorId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Time = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    TakenById = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoachingSlots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CoachingSlots_People_FacilitatorId",
                        column: x => x.FacilitatorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_CoachingSlots_People_TakenById",
                        column: x => x.TakenById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_CoachingSlots_Workshops_WorkshopId",
                        column: x => x.WorkshopId,
                        principalTable: "Workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "InitiativeContributions",
                columns: table => new
                {
                    WorkshopId = table.Column<Guid>(type: "uuid", nullable: false),
                    Moment = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_InitiativeContributions",
                        x => new
                        {
                            x.WorkshopId,
                            x.Moment,
                            x.OwnerId,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_InitiativeContributions_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_InitiativeContributions_Workshops_WorkshopId",
                        column: x => x.WorkshopId,
                        principalTable: "Workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "InitiativeFigures",
                columns: table => new
                {
                    WorkshopId = table.Column<Guid>(type: "uuid", nullable: false),
                    Moment = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Arm = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: true),
                    Mean = table.Column<double>(type: "double precision", nullable: true),
                    Deviation = table.Column<double>(type: "double precision", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_InitiativeFigures",
                        x => new
                        {
                            x.WorkshopId,
                            x.Moment,
                            x.Arm,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_InitiativeFigures_Workshops_WorkshopId",
                        column: x => x.WorkshopId,
                        principalTable: "Workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "InitiativeTallies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkshopId = table.Column<Guid>(type: "uuid", nullable: false),
                    Moment = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Arm = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Sum = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InitiativeTallies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InitiativeTallies_Workshops_WorkshopId",
                        column: x => x.WorkshopId,
                        principalTable: "Workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "WorkshopFigures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HandCountPeople = table.Column<int>(type: "integer", nullable: true),
                    HandCountForPost = table.Column<int>(type: "integer", nullable: true),
                    HandCountWhatHelps = table.Column<int>(type: "integer", nullable: true),
                    AttendedPeople = table.Column<int>(type: "integer", nullable: true),
                    AttendedLeft = table.Column<int>(type: "integer", nullable: true),
                    OtherPeople = table.Column<int>(type: "integer", nullable: true),
                    OtherLeft = table.Column<int>(type: "integer", nullable: true),
                    LeavingMonths = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkshopFigures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkshopFigures_Workshops_Id",
                        column: x => x.Id,
                        principalTable: "Workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "WorkshopInvitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkshopId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkshopInvitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkshopInvitations_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_WorkshopInvitations_Workshops_WorkshopId",
                        column: x => x.WorkshopId,
                        principalTable: "Workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "WorkshopNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkshopId = table.Column<Guid>(type: "uuid", nullable: false),
                    StopDoing = table.Column<byte[]>(type: "bytea", nullable: true),
                    FromManager = table.Column<byte[]>(type: "bytea", nullable: true),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkshopNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkshopNotes_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_WorkshopNotes_Workshops_WorkshopId",
                        column: x => x.WorkshopId,
                        principalTable: "Workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "InterestLines",
                columns: table => new
                {
                    InterestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsOwners = table.Column<bool>(type: "boolean", nullable: false),
                    Text = table.Column<byte[]>(type: "bytea", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterestLines", x => new { x.InterestId, x.Number });
                    table.ForeignKey(
                        name: "FK_InterestLines_Interests_InterestId",
                        column: x => x.InterestId,
                        principalTable: "Interests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_InterestLines_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CustomerLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ask = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    DialogueId = table.Column<Guid>(type: "uuid", nullable: true),
                    OpportunityId = table.Column<Guid>(type: "uuid", nullable: true),
                    CustomerName = table.Column<byte[]>(type: "bytea", nullable: false),
                    Sent = table.Column<byte[]>(type: "bytea", nullable: false),
                    SecretHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    LinkWrap = table.Column<byte[]>(type: "bytea", maxLength: 120, nullable: true),
                    Secret = table.Column<byte[]>(type: "bytea", nullable: true),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Answer = table.Column<byte[]>(type: "bytea", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Agrees = table.Column<bool>(type: "boolean", nullable: true),
                    HasChanges = table.Column<bool>(type: "boolean", nullable: false),
                    TakenBackAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CustomerLinks_CustomerDialogues_DialogueId",
                        column: x => x.DialogueId,
                        principalTable: "CustomerDialogues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_CustomerLinks_Opportunities_OpportunityId",
                        column: x => x.OpportunityId,
                        principalTable: "Opportunities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_CustomerLinks_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PropositionVersions",
                columns: table => new
                {
                    OpportunityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsCustomers = table.Column<bool>(type: "boolean", nullable: false),
                    Page = table.Column<byte[]>(type: "bytea", nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PropositionVersions", x => new { x.OpportunityId, x.Number });
                    table.ForeignKey(
                        name: "FK_PropositionVersions_Opportunities_OpportunityId",
                        column: x => x.OpportunityId,
                        principalTable: "Opportunities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_PropositionVersions_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "WorkshopSeats",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkshopId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    InvitationId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Group = table.Column<int>(type: "integer", nullable: true),
                    Trio = table.Column<int>(type: "integer", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkshopSeats", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkshopSeats_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_WorkshopSeats_WorkshopInvitations_InvitationId",
                        column: x => x.InvitationId,
                        principalTable: "WorkshopInvitations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_WorkshopSeats_Workshops_WorkshopId",
                        column: x => x.WorkshopId,
                        principalTable: "Workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_CoachingSlots_FacilitatorId", table: "CoachingSlots", column: "FacilitatorId");

            migrationBuilder.CreateIndex(name: "IX_CoachingSlots_TakenById", table: "CoachingSlots", column: "TakenById");

            migrationBuilder.CreateIndex(name: "IX_CoachingSlots_WorkshopId", table: "CoachingSlots", column: "WorkshopId");

            migrationBuilder.CreateIndex(name: "IX_CustomerDialogues_CustomerId", table: "CustomerDialogues", column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_CustomerDialogues_OwnerId_Id",
                table: "CustomerDialogues",
                columns: new[] { "OwnerId", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_CustomerLinks_DialogueId", table: "CustomerLinks", column: "DialogueId");

            migrationBuilder.CreateIndex(name: "IX_CustomerLinks_OpportunityId", table: "CustomerLinks", column: "OpportunityId");

            migrationBuilder.CreateIndex(name: "IX_CustomerLinks_OwnerId_Id", table: "CustomerLinks", columns: new[] { "OwnerId", "Id" });

            migrationBuilder.CreateIndex(name: "IX_CustomerLinks_SecretHash", table: "CustomerLinks", column: "SecretHash", unique: true);

            migrationBuilder.CreateIndex(name: "IX_Holidays_On", table: "Holidays", column: "On");

            migrationBuilder.CreateIndex(name: "IX_Holidays_UnitId_On", table: "Holidays", columns: new[] { "UnitId", "On" }, unique: true);

            migrationBuilder.CreateIndex(name: "IX_InitiativeChecks_OwnerId", table: "InitiativeChecks", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_InitiativeContributions_OwnerId", table: "InitiativeContributions", column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_InitiativeTallies_WorkshopId_Moment",
                table: "InitiativeTallies",
                columns: new[] { "WorkshopId", "Moment" }
            );

            migrationBuilder.CreateIndex(name: "IX_InterestLines_OwnerId", table: "InterestLines", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_Interests_OwnerId", table: "Interests", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_Interests_PosterId", table: "Interests", column: "PosterId");

            migrationBuilder.CreateIndex(
                name: "IX_Interests_PostingId_OwnerId",
                table: "Interests",
                columns: new[] { "PostingId", "OwnerId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Opportunities_CustomerId", table: "Opportunities", column: "CustomerId");

            migrationBuilder.CreateIndex(name: "IX_Opportunities_OwnerId_Id", table: "Opportunities", columns: new[] { "OwnerId", "Id" });

            migrationBuilder.CreateIndex(name: "IX_Postings_ClosedAt_UntilOn", table: "Postings", columns: new[] { "ClosedAt", "UntilOn" });

            migrationBuilder.CreateIndex(name: "IX_Postings_OwnerId", table: "Postings", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_Postings_UnitId", table: "Postings", column: "UnitId");

            migrationBuilder.CreateIndex(name: "IX_PropositionVersions_OwnerId", table: "PropositionVersions", column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_ProviderEntries_OwnerId_Kind_Id",
                table: "ProviderEntries",
                columns: new[] { "OwnerId", "Kind", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ProviderEntries_SharedWith_SharedAt",
                table: "ProviderEntries",
                columns: new[] { "SharedWith", "SharedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_TrialNotices_ManagerId", table: "TrialNotices", column: "ManagerId");

            migrationBuilder.CreateIndex(name: "IX_TrialNotices_OpportunityId", table: "TrialNotices", column: "OpportunityId");

            migrationBuilder.CreateIndex(name: "IX_TrialNotices_OwnerId", table: "TrialNotices", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_TrialNotices_PostingId", table: "TrialNotices", column: "PostingId");

            migrationBuilder.CreateIndex(name: "IX_TrialNotices_State", table: "TrialNotices", column: "State");

            migrationBuilder.CreateIndex(name: "IX_WorkshopInvitations_PersonId", table: "WorkshopInvitations", column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkshopInvitations_WorkshopId_PersonId",
                table: "WorkshopInvitations",
                columns: new[] { "WorkshopId", "PersonId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_WorkshopNotes_OwnerId_WorkshopId",
                table: "WorkshopNotes",
                columns: new[] { "OwnerId", "WorkshopId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_WorkshopNotes_WorkshopId", table: "WorkshopNotes", column: "WorkshopId");

            migrationBuilder.CreateIndex(name: "IX_Workshops_Door_On_Id", table: "Workshops", columns: new[] { "Door", "On", "Id" });

            migrationBuilder.CreateIndex(name: "IX_Workshops_EarlierId", table: "Workshops", column: "EarlierId");

            migrationBuilder.CreateIndex(name: "IX_Workshops_OrganiserId", table: "Workshops", column: "OrganiserId");

            migrationBuilder.CreateIndex(name: "IX_Workshops_SecondId", table: "Workshops", column: "SecondId");

            migrationBuilder.CreateIndex(name: "IX_WorkshopSeats_InvitationId", table: "WorkshopSeats", column: "InvitationId");

            migrationBuilder.CreateIndex(name: "IX_WorkshopSeats_PersonId", table: "WorkshopSeats", column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkshopSeats_WorkshopId_PersonId",
                table: "WorkshopSeats",
                columns: new[] { "WorkshopId", "PersonId" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "CoachingSlots");

            migrationBuilder.DropTable(name: "CustomerLinks");

            migrationBuilder.DropTable(name: "Holidays");

            migrationBuilder.DropTable(name: "InitiativeChecks");

            migrationBuilder.DropTable(name: "InitiativeContributions");

            migrationBuilder.DropTable(name: "InitiativeFigures");

            migrationBuilder.DropTable(name: "InitiativeTallies");

            migrationBuilder.DropTable(name: "InterestLines");

            migrationBuilder.DropTable(name: "PropositionVersions");

            migrationBuilder.DropTable(name: "TrialNotices");

            migrationBuilder.DropTable(name: "WorkshopFigures");

            migrationBuilder.DropTable(name: "WorkshopNotes");

            migrationBuilder.DropTable(name: "WorkshopSeats");

            migrationBuilder.DropTable(name: "CustomerDialogues");

            migrationBuilder.DropTable(name: "Interests");

            migrationBuilder.DropTable(name: "Opportunities");

            migrationBuilder.DropTable(name: "WorkshopInvitations");

            migrationBuilder.DropTable(name: "Postings");

            migrationBuilder.DropTable(name: "ProviderEntries");

            migrationBuilder.DropTable(name: "Workshops");

            migrationBuilder.DropColumn(name: "Places", table: "LiveSessions");
        }
    }
}
